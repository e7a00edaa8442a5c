import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { REGISTERED_COMMANDS } from '../../src/discord/commands/registered-commands.ts';
import type { Discord } from '../discord-standin/driver.ts';
import type { StandInOptions } from '../discord-standin/start-standin.ts';
import { startDiscordStandIn } from '../discord-standin/start-standin.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TOKEN = 'MTA.process.token';

export function startStandIn(options: Partial<StandInOptions> = {}): Promise<Discord> {
  return startDiscordStandIn({ token: TOKEN, ...options });
}

export interface Run {
  readonly child: ChildProcess;
  readonly output: { readonly stdout: string; readonly stderr: string };
  readonly exit: Promise<Exit>;
}

interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

type Environment = Readonly<Record<string, string>>;

/** The bot as a process of its own, through npm as people start it, or without npm. */
export function run(
  command: 'npm start' | 'start' | 'register' | 'index',
  environment: Environment,
  args: readonly string[] = [],
): Run {
  const own = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment };
  const child =
    command === 'npm start'
      ? spawn('npm', ['start'], { cwd: ROOT, env: own })
      : spawn(process.execPath, ['bin/verbatim.js', command, ...args], {
          cwd: ROOT,
          env: own,
        });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (output.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output.stderr += data.toString()));
  const exit = new Promise<Exit>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  return { child, output, exit };
}

/** The settings of a run against the stand-in over the demo article, without cooldown. */
export function environmentFor(discord: Pick<Discord, 'apiBase'>, dataDir: string): Environment {
  return {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_BASE: discord.apiBase,
    DATA_DIR: dataDir,
    CORPUS_DIR: `${ROOT}corpus/demo`,
    COOLDOWN_BURST: '0',
  };
}

/** Waits until the bot is connected, has registered its commands and has said so. */
export async function online(discord: Discord, { output }: Run, timeoutMs = 90_000): Promise<void> {
  try {
    await discord.waitForReady({ timeoutMs });
    await discord.waitForCommands(REGISTERED_COMMANDS.map(({ name }) => name));
    await discord.until(() => output.stderr.includes('is online'), 'the invite link');
  } catch (error) {
    throw new Error(`The bot did not come online:\n${output.stdout}${output.stderr}`, { cause: error });
  }
}

export async function stopRun({ child, exit }: Run, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await exit;
}
