import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Discord } from '../discord-standin/driver.ts';
import type { InteractionHandle } from '../discord-standin/interaction-handle.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';
const QUOTED = 'by the **engineer** Alva Thorne.';
const callback = { method: 'POST', path: /\/callback$/u };
const edit = { method: 'PATCH', path: /\/messages\/@original$/u };
const send = { method: 'POST', path: /^\/channels\/\d+\/messages$/u };

describe('when Discord fails', () => {
  let test: BotUnderTest;
  let discord: Discord;
  beforeEach(async () => {
    test = await startBotUnderTest();
    discord = test.discord;
  });
  afterEach(() => test.close());

  const ask = (): InteractionHandle =>
    discord.slash({ user: discord.user('ada'), name: 'ask', options: { question: QUESTION } });
  const mention = () =>
    discord.message({ user: discord.user('ada'), content: `<@${discord.bot.id}> ${QUESTION}` });
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  it.each([
    ['a 502 after the callback was applied', { ...callback, status: 502, applyFirst: true }],
    ['a 502 before it was', { ...callback, status: 502 }],
    ['a cut socket on the callback', { ...callback, cutSocket: true }],
    ['a cut socket after it was applied', { ...callback, cutSocket: true, applyFirst: true }],
    ['a cut socket on the edit', { ...edit, cutSocket: true }],
    ['a 429 on the edit', { ...edit, status: 429, retryAfter: 0.1 }],
    ['a global 429 on the edit', { ...edit, status: 429, retryAfter: 0.1, global: true }],
    ['500 twice on the edit', { ...edit, status: 500, times: 2 }],
    ['503 for a while on the edit', { ...edit, status: 503, times: 5 }],
  ])('answers all the same after %s', async (_name, rule) => {
    discord.fault(rule);
    const asked = ask();
    await discord.until(() => textOf(asked.message).includes(QUOTED), 'the answer', { timeoutMs: 20_000 });
    expect(asked.thinking).toBe(false);
  });

  it('answers in plain text when Discord refuses the form', async () => {
    discord.fault({ ...edit, code: 50035 });
    const asked = await ask().settled();
    expect(asked.message?.embeds).toEqual([]);
    expect(asked.message?.content).toContain(QUOTED);
  });

  it('says so when even that is refused', async () => {
    discord.fault({ ...edit, code: 50035, times: 2 });
    expect(textOf((await ask().settled()).message)).toContain('Something went wrong');
  });

  it('only logs that it was too late, and goes on', async () => {
    discord.fault({ ...callback, code: 10062 });
    ask();
    await discord.until(
      () => test.log.some((line) => line.includes('could not be acknowledged')),
      'a log line',
    );
    expect(textOf((await ask().settled()).message)).toContain(QUOTED);
  });

  it('ends a failed question with an honest word', async () => {
    const asked = discord.slash({
      user: discord.user('ada'),
      name: 'ask',
      options: { question: 'Will it explode?' },
    });
    expect(textOf((await asked.settled()).message)).toContain('Something went wrong on my side');
  });

  it.each([50013, 50001])(
    'tells the asker of a mention in private when sending is refused with %i',
    async (code) => {
      discord.fault({ ...send, code });
      mention();
      const dm = discord.dmChannel(discord.user('ada'));
      await discord.until(() => discord.messages(dm).length > 0, 'a private word');
      expect(textOf(discord.messages(dm)[0])).toContain('I may not answer in');
    },
  );

  it.each([
    ['10008', { ...send, code: 10008 }],
    ['500', { ...send, status: 500 }],
    ['a cut socket', { ...send, cutSocket: true }],
    ['a 502 after it was sent', { ...send, status: 502, applyFirst: true }],
  ])('answers a mention once after %s', async (_name, rule) => {
    discord.fault(rule);
    const handle = mention();
    await handle.reply();
    await pause(900);
    const answers = discord.messages().filter((message) => textOf(message).includes(QUOTED));
    expect(answers).toHaveLength(1);
  });

  it('resumes after a dropped socket and answers what came meanwhile, once', async () => {
    discord.dropSockets(4000);
    const handle = mention();
    await discord.waitForResume();
    await handle.reply();
    discord.replayOnResume(5);
    discord.sendReconnect();
    await discord.waitForResume({ count: 2 });
    await pause(300);
    expect(handle.replies).toHaveLength(1);
  });

  it('identifies anew when the session is gone', async () => {
    discord.invalidateSession(false);
    await discord.until(() => discord.identifies.length === 2, 'a second identify', { timeoutMs: 20_000 });
    await discord.waitForReady();
    expect(textOf((await ask().settled()).message)).toContain(QUOTED);
  });
});

describe('a bot that Discord does not take', () => {
  it('says where to get a token when its own is refused', async () => {
    const { createServer } = await import('node:http');
    const server = createServer((_request, response) => {
      response
        .writeHead(401, { 'content-type': 'application/json' })
        .end('{"message":"401: Unauthorized","code":0}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { startBot } = await import('../../src/discord/start-bot.ts');
    const silent = {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    };
    const failure = await new Promise<{ message: string; exitCode: number }>((resolve, reject) => {
      startBot({
        token: 'wrong',
        apiBase: `http://127.0.0.1:${port}/api`,
        getLibrary: () => createLibraryDouble(),
        logger: silent,
        cooldown: { burst: 0, seconds: 0 },
        onFatal: resolve,
      }).catch(reject);
    });
    server.close();
    expect(failure.exitCode).toBe(2);
    expect(failure.message).toContain('https://discord.com/developers/applications');
  });

  it.each([4004, 4014])('stops for good on close code %i', async (code) => {
    const test = await startBotUnderTest();
    test.discord.dropSockets(code);
    await test.discord.until(() => test.discord.closes.length > 0, 'the connection to end');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(test.failures).toHaveLength(1);
    expect(test.failures[0]?.exitCode).toBe(2);
    await test.close();
  });
});
