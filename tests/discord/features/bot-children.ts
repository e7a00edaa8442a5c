import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Discord } from '../../discord-standin/driver.ts';

const CHILD = fileURLToPath(new URL('quiz-child.ts', import.meta.url));

export interface BotChildren {
  /** A bot as a process of its own, which is online and has registered its commands. */
  start(): Promise<ChildProcess>;
  /** Ends all that still run. */
  killAll(): void;
}

/** @param folder of the store that they share, one after another */
export function createBotChildren(discord: Discord, folder: string, command: string): BotChildren {
  const children: ChildProcess[] = [];
  return {
    async start() {
      const child = spawn(process.execPath, ['--import', 'tsx', CHILD, discord.apiBase, folder]);
      children.push(child);
      const identified = discord.identifies.length;
      await discord.until(() => discord.identifies.length > identified, 'the child', { timeoutMs: 60_000 });
      await discord.waitForReady();
      await discord.waitForCommands([command]);
      return child;
    },
    killAll() {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

/** As `kill -9` does. */
export async function killNow(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}
