import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/domain/layout.ts';
import type { ExchangeStore } from '../../src/domain/ports/exchange-store.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { createMemoryExchangeStore } from '../doubles/memory-exchange-store.ts';
import { createTestMemory, startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';

describe.each(LAYOUTS)('the memory of the bot, in %s', (layout) => {
  let store: ExchangeStore;
  let test: BotUnderTest;
  let discord: Discord;
  beforeEach(async () => {
    store = createMemoryExchangeStore();
    test = await startBotUnderTest({ bot: { layout, memory: createTestMemory(store) } });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const ada = () => discord.user('ada');
  const ask = (more: object = {}) =>
    discord.slash({ user: ada(), name: 'ask', options: { question: QUESTION, ...more } }).settled();
  /** It is kept a moment after it is shown. */
  const forget = async (id = '') => {
    await expect.poll(() => store.find(id)).toBeDefined();
    await store.remove(id);
  };
  const click = (message: Awaited<ReturnType<typeof ask>>['message'], label: string) =>
    discord.click({ user: ada(), message, label });

  it('has what was asked, by whom, where, and what it was answered with, but no words of the article', async () => {
    const { message } = await ask();
    await expect.poll(() => store.find(message?.id ?? '')).toBeDefined();
    const exchange = await store.find(message?.id ?? '');
    expect(exchange).toMatchObject({
      channelId: discord.channel().id,
      serverId: discord.guild().id,
      askerId: ada().id,
      question: QUESTION,
      outcome: 'strong',
      generation: 'g-1',
      isPrivate: false,
    });
    expect(exchange?.excerpts[0]).toMatchObject({ articleId: 'lighthouse', paragraph: 1 });
    expect(JSON.stringify(exchange)).not.toContain('Alva Thorne');
  });

  it('chains mentions and follow-ups by their messages', async () => {
    const mention = discord.message({ user: ada(), content: `<@${discord.bot.id}> ${QUESTION}` });
    const first = await mention.reply();
    const second = await discord
      .message({ user: ada(), content: 'and what about the brass bell of Saltmere?', replyTo: first })
      .reply();
    await expect.poll(async () => (await store.find(second.id))?.follows).toBe(first.id);
    expect((await store.findByQuestion(mention.message.id))?.id).toBe(first.id);
  });

  it('says kindly what it has forgotten', async () => {
    const { message } = await ask({ private: true });
    await forget(message?.id);
    const shared = await click(message, 'Share').settled();
    expect(textOf(shared.message)).toContain('no longer remember that answer');
    const why = await click(message, 'Why this?').settled();
    await click(why.message, 'Details').settled();
    expect(textOf(why.message)).toContain('came first by meaning');
    const context = await click(message, 'In context').settled();
    expect(textOf(context.message)).toContain('Alva Thorne');
    const first = await discord.message({ user: ada(), content: `<@${discord.bot.id}> ${QUESTION}` }).reply();
    await forget(first.id);
    const second = await discord.message({ user: ada(), content: QUESTION, replyTo: first }).reply();
    expect(textOf(second)).toContain('took this as a question of its own');
  });

  it('posts once what is shared twice', async () => {
    const { message } = await ask({ private: true });
    const presses = [click(message, 'Share'), click(message, 'Share')];
    await Promise.all(presses.map((press) => press.acknowledged()));
    await discord.until(() => presses.some(({ followUps }) => followUps.length > 0), 'the shared answer');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(presses.flatMap(({ followUps }) => followUps)).toHaveLength(1);
  });
});

it('answers without a memory', async () => {
  const reject = () => Promise.reject(new Error('database is locked'));
  const broken = { ...createMemoryExchangeStore(), save: reject, find: reject };
  const test = await startBotUnderTest({ bot: { memory: createTestMemory(broken) } });
  const { discord } = test;
  const asked = await discord
    .slash({ user: discord.user('ada'), name: 'ask', options: { question: QUESTION } })
    .settled();
  expect(textOf(asked.message)).toContain('Alva Thorne');
  await test.close();
});
