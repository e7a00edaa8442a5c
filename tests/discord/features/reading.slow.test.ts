import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startDiscordStandIn } from '../../discord-standin/start-standin.ts';
import { makeTempFolder } from '../../temp-folder.ts';
import { plainTextOf, TOKEN } from '../bot-under-test.ts';
import { shownQuotations } from '../read-message.ts';

const CHILD = fileURLToPath(new URL('quiz-child.ts', import.meta.url));

it('posts nothing twice when it is killed with kill -9 while it posts', { timeout: 180_000 }, async () => {
  const folder = await makeTempFolder();
  const discord = await startDiscordStandIn({ token: TOKEN, enforcesNonce: false });
  const children: ChildProcess[] = [];
  const startChild = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, discord.apiBase, folder]);
    children.push(child);
    const identified = discord.identifies.length;
    await discord.until(() => discord.identifies.length > identified, 'the child', { timeoutMs: 60_000 });
    await discord.waitForReady();
    await discord.waitForCommands(['read']);
    return child;
  };
  const kill = async (child: ChildProcess) => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const posted = () => discord.botMessages().filter(({ flags = 0 }) => (flags & 64) === 0);
  const shows = (text: string) =>
    discord.until(() => posted().some((message) => plainTextOf(message).includes(text)), text, {
      timeoutMs: 30_000,
    });
  const press = async (label: string) => {
    const message = posted().at(-1);
    const handle = discord.click({ user: discord.user('bob'), message, label });
    return plainTextOf((await handle.settled({ timeoutMs: 20_000 })).message);
  };
  try {
    const first = await startChild();
    // Discord has the quotations, and the bot does not know.
    discord.fault({
      method: 'POST',
      path: /\/channels\/\d+\/messages$/u,
      applyFirst: true,
      status: 502,
      times: 9,
    });
    discord.slash({ user: discord.user('ada'), name: 'read start', options: { zone: 'Europe/Berlin' } });
    await shows('built in 1843');
    await kill(first);
    const second = await startChild();
    await shows('Part 1 of 3');
    expect(await press('I’ve read it')).toContain('Counted');
    await kill(second);
    await startChild();
    expect(await press('I’ve read it')).toContain('Taken back');
    expect(posted()).toHaveLength(3);
    expect(posted().flatMap((message) => shownQuotations(message))).toHaveLength(2);
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await discord.close();
  }
  discord.expectNoViolations();
});
