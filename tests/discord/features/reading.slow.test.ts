import { expect, it } from 'vitest';
import { startDiscordStandIn } from '../../discord-standin/start-standin.ts';
import { makeTempFolder } from '../../temp-folder.ts';
import { plainTextOf, TOKEN } from '../bot-under-test.ts';
import { shownQuotations } from '../read-message.ts';
import { createBotChildren, killNow } from './bot-children.ts';

it('posts nothing twice when it is killed with kill -9 while it posts', { timeout: 180_000 }, async () => {
  const folder = await makeTempFolder();
  const discord = await startDiscordStandIn({ token: TOKEN, enforcesNonce: false });
  const children = createBotChildren(discord, folder, 'read');
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
    const first = await children.start();
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
    await killNow(first);
    const second = await children.start();
    await shows('Part 1 of 3');
    expect(await press('I’ve read it')).toContain('Counted');
    await killNow(second);
    await children.start();
    expect(await press('I’ve read it')).toContain('Taken back');
    expect(posted()).toHaveLength(3);
    expect(posted().flatMap((message) => shownQuotations(message))).toHaveLength(2);
  } finally {
    children.killAll();
    await discord.close();
  }
  discord.expectNoViolations();
});
