import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/domain/layout.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import {
  createTestMemory,
  KEPT_DAYS,
  recordTo,
  startBotUnderTest,
  textOf,
  useBot,
} from './bot-under-test.ts';
import { QUESTION, questionsTo, QUOTED } from './lighthouse-question.ts';

describe.each(LAYOUTS)('when the gateway fails, in %s', (layout) => {
  const bot = useBot({ bot: { layout } });

  const { ask, mention } = questionsTo(bot);

  it('outlives events that nobody can read', async () => {
    for (const event of ['INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_CREATE', 'CHANNEL_UPDATE', 'NEWS']) {
      for (const data of [null, {}, 'text', { id: 1 }, { id: '1', token: 'x', type: 2, author: {} }])
        bot.discord.sendRaw(event, data);
    }
    expect(textOf((await ask().settled()).message)).toContain(QUOTED);
    expect(bot.test.failures).toEqual([]);
  });

  it('answers events that leave out what is optional', async () => {
    const user = { id: bot.discord.user('ada').id, username: 'ada' };
    const channel_id = bot.discord.channel().id;
    const content = `<@${bot.discord.bot.id}> ${QUESTION}`;
    bot.discord.sendRaw('MESSAGE_CREATE', { id: '900000000000000001', channel_id, author: user, content });
    await bot.discord.until(
      () => bot.discord.messages().some((message) => textOf(message).includes(QUOTED)),
      'an answer',
    );
  });

  it('resumes after a dropped socket and answers what came meanwhile, once', async () => {
    bot.discord.dropSockets(4000);
    const handle = mention();
    await bot.discord.waitForResume();
    await handle.reply();
    bot.discord.replayOnResume(5);
    bot.discord.sendReconnect();
    await bot.discord.waitForResume({ count: 2 });
    await pause(300);
    expect(handle.replies).toHaveLength(1);
  });

  it('identifies anew when the session is gone', async () => {
    bot.discord.invalidateSession(false);
    await bot.discord.until(() => bot.discord.identifies.length === 2, 'a second identify', {
      timeoutMs: 20_000,
    });
    await bot.discord.waitForReady();
    expect(textOf((await ask().settled()).message)).toContain(QUOTED);
  });

  it('resumes when heartbeats are not answered, and answers what came meanwhile', async () => {
    await bot.restart({ bot: { layout }, discord: { heartbeatIntervalMs: 300 } });
    bot.discord.stopAcking();
    await bot.discord.until(() => bot.discord.closes.length > 0, 'the connection to be given up');
    const handle = mention();
    await bot.discord.waitForResume();
    expect(textOf(await handle.reply())).toContain(QUOTED);
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
    const failure = await new Promise<{ message: string; exitCode: number }>((resolve, reject) => {
      startBot({
        token: 'wrong',
        apiBase: `http://127.0.0.1:${port}/api`,
        libraryFor: () => createLibraryDouble(),
        memory: createTestMemory(),
        keptDays: KEPT_DAYS,
        logger: recordTo([]),
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
    await pause(200);
    expect(test.failures).toHaveLength(1);
    expect(test.failures[0]?.exitCode).toBe(2);
    await test.close();
  });
});
