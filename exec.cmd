@rem `npm start` says exec: on Linux and macOS the bot takes the place of the shell and gets its signals, SIGTERM first of all.
@rem cmd.exe on Windows knows no exec and finds this file instead, which runs what follows.
@%*
