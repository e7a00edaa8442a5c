import { loadEnvironment, readConfig } from '../src/app/config.ts';
import { runDiscordBot } from '../src/app/run-discord-bot.ts';
import { runMain } from '../src/app/run-main.ts';

// discord.js and the model leave handles open; when the bot has stopped there is nothing left to wait for.
runMain(async () => {
  const code = await runDiscordBot(readConfig(loadEnvironment()));
  process.exit(code);
});
