import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Discord } from '../discord-standin/driver.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';

const QUESTION = 'who was the last keeper Jonas Pell?';
const send = { method: 'POST', path: /^\/channels\/\d+\/messages$/u };

describe('the bot among people and faults', () => {
  let test: BotUnderTest;
  let discord: Discord;
  beforeEach(async () => {
    test = await startBotUnderTest();
    discord = test.discord;
  });
  afterEach(() => test.close());

  const mention = (text = QUESTION, more: object = {}) =>
    discord.message({ user: discord.user('ada'), content: `<@${discord.bot.id}> ${text}`, ...more });
  const notices = () => discord.messages(discord.dmChannel(discord.user('ada'))).map(textOf);

  it.each([
    ['typing', { method: 'POST', path: /\/typing$/u }],
    ['sending', send],
    ['a private word', { method: 'POST', path: /^\/users\/@me\/channels$/u }],
    ['the list of commands', { method: 'GET', path: /\/commands$/u }],
  ])('speaks on after one 401 to %s', async (_what, rule) => {
    const fault = discord.fault({ ...rule, status: 401, code: 0 });
    await test.close();
    test = await startBotUnderTest({
      prepare: (fresh) => void fresh.fault({ ...rule, status: 401, code: 0 }),
    });
    discord = test.discord;
    fault.remove();
    discord.setBotPermissions('reading-room', 1n << 10n);
    mention(QUESTION, { channel: 'reading-room' });
    expect(textOf(await mention().reply())).toContain('1968');
    await pause(100);
    expect(textOf(await mention().reply())).toContain('1968');
    expect(test.failures).toEqual([]);
  });

  it('connects although the first request is answered with 401', async () => {
    await test.close();
    test = await startBotUnderTest({
      prepare: (fresh) => void fresh.fault({ path: /^\/gateway\/bot$/u, status: 401, code: 0 }),
    });
    discord = test.discord;
    expect(textOf(await mention().reply())).toContain('1968');
  });

  it('says that a thread is locked, once', async () => {
    discord.fault({
      method: 'POST',
      path: new RegExp(`/${discord.channel().id}/messages$`, 'u'),
      code: 160005,
      times: 2,
    });
    mention();
    await discord.until(() => notices().length > 0, 'a private word');
    const second = mention();
    await discord.until(() => discord.reactions(second).length > 0, 'a sign');
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('is locked');
  });

  it('answers without a reference where it may not read what was said before', async () => {
    discord.fault({ ...send, code: 160002 });
    expect(textOf(await mention().reply())).toContain('1968');
  });

  it('tells somebody once what it lacks, and then only gives a sign', async () => {
    discord.setBotPermissions('general', (1n << 10n) | (1n << 6n) | (1n << 16n));
    mention();
    await discord.until(() => notices().length > 0, 'a private word');
    const others = [mention(), mention(), mention()];
    for (const other of others) await discord.until(() => discord.reactions(other).includes('🚫'), 'a sign');
    expect(notices()).toHaveLength(1);
  });

  it('lets nobody wait for a word each time that they ask too fast', async () => {
    await test.close();
    test = await startBotUnderTest({ bot: { cooldown: { burst: 1, seconds: 20 } } });
    discord = test.discord;
    const asked = [mention(), mention(), mention(), mention()];
    await asked[0]?.reply();
    await discord.until(
      () => asked.slice(2).every((handle) => discord.reactions(handle).length > 0),
      'signs',
    );
    expect(notices()).toHaveLength(1);
  });

  it('does not type any more when the answer is there', async () => {
    test.useLibrary(createLibraryDouble({ delay: 250 }));
    discord.fault({ method: 'POST', path: /\/typing$/u, delayMs: 300 });
    await mention().reply();
    const answered = Date.now();
    await pause(600);
    expect(discord.typing().filter((at) => at > answered)).toEqual([]);
  });
});

describe('two servers', () => {
  it('are answered in turn: one question is not behind the forty of the other', async () => {
    const order: string[] = [];
    const library = createLibraryDouble({ delay: 15, onAsk: (question) => order.push(question) });
    const test = await startBotUnderTest({
      library,
      discord: {
        guilds: [
          { name: 'Busy', channels: ['busy'] },
          { name: 'Calm', channels: ['calm'] },
        ],
      },
    });
    const { discord } = test;
    const ask = (channel: string, question: string) =>
      discord.message({
        user: discord.user(`one of ${channel}`),
        channel,
        content: `<@${discord.bot.id}> ${question}`,
      });
    const busy = Array.from({ length: 40 }, (_, i) => ask('busy', `who kept the lamp ${i}?`));
    const calm = ask('calm', 'who was the last keeper Jonas Pell?');
    await calm.reply();
    expect(order.indexOf('who was the last keeper Jonas Pell?')).toBeLessThan(4);
    await busy.at(-1)?.reply({ timeoutMs: 20_000 });
    await test.close();
  });

  it('have their commands looked at beside the global ones when the bot starts', async () => {
    const test = await startBotUnderTest({
      waitForCommands: false,
      prepare: (fresh) =>
        void fresh.fault({ method: 'GET', path: /^\/applications\/\d+\/commands$/u, delayMs: 400 }),
    });
    const started = Date.now();
    const looked = () => test.discord.requests.some(({ path }) => /\/guilds\/\d+\/commands$/u.test(path));
    await test.discord.until(looked, 'a look at a server');
    expect(Date.now() - started).toBeLessThan(300);
    await test.discord.waitForCommands(['ask']);
    await test.close();
  });
});
