import { afterEach, describe, expect, it } from 'vitest';
import { createLibraryDouble } from '../doubles/library.ts';
import { plainTextOf, startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';

describe('under load', () => {
  let test: BotUnderTest;
  afterEach(() => test.close());

  // How fast it is shows where it has a process of its own, in burst.slow.test.ts.
  it('answers 200 questions at once, each of them once', async () => {
    test = await startBotUnderTest({ library: createLibraryDouble({ delay: 8 }) });
    const { discord } = test;
    const asked = Array.from({ length: 200 }, (_, index) =>
      discord.slash({
        user: discord.user(`user${index % 9}`),
        name: 'ask',
        options: { question: `${QUESTION} ${index}` },
      }),
    );
    await Promise.all(asked.map((handle) => handle.settled({ timeoutMs: 30_000 })));
    for (const [index, handle] of asked.entries()) {
      expect(plainTextOf(handle.message).split('\n')[0]).toBe(`### ${QUESTION} ${index}`);
      expect(handle.edits).toBe(1);
      expect(handle.followUps).toEqual([]);
    }
  });

  it('tells those for whom the queue has no room', async () => {
    test = await startBotUnderTest({
      library: createLibraryDouble({ delay: 200 }),
      bot: { queueLimit: 1, concurrency: 1 },
    });
    const { discord } = test;
    const asked = Array.from({ length: 4 }, () =>
      discord.slash({ user: discord.user('ada'), name: 'ask', options: { question: QUESTION } }),
    );
    await Promise.all(asked.map((handle) => handle.settled()));
    const texts = asked.map(({ message }) => textOf(message));
    expect(texts.filter((text) => text.includes('Alva Thorne'))).toHaveLength(2);
    expect(texts.filter((text) => text.includes('Too many questions'))).toHaveLength(2);
  });

  it('finishes or tells what is in flight when it is stopped, and takes no more', async () => {
    test = await startBotUnderTest({
      library: createLibraryDouble({ delay: 4_000 }),
      bot: { concurrency: 2 },
    });
    const { discord, bot } = test;
    const asked = Array.from({ length: 6 }, () =>
      discord.slash({ user: discord.user('ada'), name: 'ask', options: { question: QUESTION } }),
    );
    await Promise.all(asked.map((handle) => handle.acknowledged()));
    const started = performance.now();
    const stopped = bot.stop('test');
    const late = discord.slash({ user: discord.user('bob'), name: 'ask', options: { question: QUESTION } });
    expect(textOf((await late.settled()).message)).toContain('being restarted');
    await stopped;
    expect(performance.now() - started).toBeLessThan(10_000);
    const texts = asked.map(({ message }) => textOf(message));
    expect(texts.filter((text) => text.includes('Alva Thorne'))).toHaveLength(2);
    // One whose acknowledgement was still under way is told that the bot restarts.
    expect(texts.filter((text) => /stopped before I could finish|being restarted/u.test(text))).toHaveLength(
      4,
    );
  });
});
