import { runCommandLine } from '../cli/run-command-line.ts';
import { createServices } from './create-services.ts';
import { loadEnvironment } from './load-environment.ts';

/** Runs `process`'s command line and ends it with the command's exit code. */
export async function main(): Promise<never> {
  // A reader such as `head` may have seen enough; what was begun is finished all the same.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const io = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: loadEnvironment(),
    now: () => new Date(),
    signals: process,
  };
  const code = await runCommandLine(process.argv.slice(2), { ...io, services: createServices(io) });
  // discord.js and the model leave handles open, and what was interrupted may still run: nothing is waited for but output.
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  process.exit(code);
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writableLength === 0 || stream.destroyed) resolve();
    else
      stream.write('', () => {
        resolve();
      });
  });
}
