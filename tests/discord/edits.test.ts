import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExchangeStore } from '../../src/domain/ports/exchange-store.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { createMemoryExchangeStore } from '../doubles/memory-exchange-store.ts';
import { createTestMemory, startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';

const PELL = 'who was the last keeper Jonas Pell?';
const THORNE = 'which engineer built the lighthouse of Brannoch Head?';

describe('a question that is changed', () => {
  let test: BotUnderTest;
  let discord: Discord;
  let store: ExchangeStore;
  beforeEach(async () => {
    store = createMemoryExchangeStore();
    test = await startBotUnderTest({ bot: { memory: createTestMemory(store) } });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const mention = (text: string) =>
    discord.message({ user: discord.user('ada'), content: `<@${discord.bot.id}> ${text}` });
  const shows = (words: string) => discord.messages().some((message) => textOf(message).includes(words));
  const edit = (message: { readonly id: string }, text: string) => {
    discord.edit(message, `<@${discord.bot.id}> ${text}`);
  };

  it('is answered again in the same message, and remembered as it is now', async () => {
    const asked = mention(PELL);
    const answer = await asked.reply();
    edit(asked, THORNE);
    await discord.until(() => shows('Alva Thorne'), 'the new answer');
    expect(asked.replies).toHaveLength(1);
    await expect.poll(async () => (await store.findByQuestion(asked.id))?.question).toBe(THORNE);
    expect((await store.findByQuestion(asked.id))?.id).toBe(answer.id);
  });

  it('is answered in its new words when it was changed before the answer came', async () => {
    test.useLibrary(createLibraryDouble({ delay: 150 }));
    const asked = mention(PELL);
    edit(asked, THORNE);
    await discord.until(() => shows('Alva Thorne'), 'the new answer');
    expect(asked.replies).toHaveLength(1);
  });

  it.each(['thanks!', 'I think it was Pell.', PELL])('is left alone when it says %j now', async (text) => {
    const asked = mention(PELL);
    const answer = await asked.reply();
    edit(asked, text);
    await pause(200);
    expect(discord.record(answer)?.edits).toBe(0);
  });

  it('is left alone after five minutes, and when the change is of nobody’s doing', async () => {
    const asked = mention(PELL);
    const answer = await asked.reply();
    const { author, channel_id } = asked.message;
    const update = { id: asked.id, channel_id, author, content: `<@${discord.bot.id}> ${THORNE}` };
    const late = new Date(Date.parse(asked.message.timestamp) + 6 * 60_000).toISOString();
    for (const change of [{ edited_timestamp: late }, { edited_timestamp: null }, {}])
      discord.sendRaw('MESSAGE_UPDATE', { ...update, ...change });
    await pause(200);
    expect(discord.record(answer)?.edits).toBe(0);
  });

  it('takes its answer with it when it is deleted, and what is remembered of it', async () => {
    const asked = mention(PELL);
    const answer = await asked.reply();
    await expect.poll(() => store.find(answer.id)).toBeDefined();
    discord.deleteMessage(asked);
    await discord.until(() => !discord.record(answer), 'the answer to go');
    await expect.poll(() => store.find(answer.id)).toBeUndefined();
  });

  it('leaves a line when others have replied to its answer', async () => {
    const asked = mention(PELL);
    const answer = await asked.reply();
    discord.message({ user: discord.user('bob'), content: 'sad story', replyTo: answer, ping: false });
    discord.deleteMessage(asked);
    await discord.until(() => shows('The question was deleted'), 'the line');
    expect(textOf(discord.record(answer)?.message)).toBe('The question was deleted, and the answer with it.');
  });

  it('is not answered any more when it was deleted before the answer came', async () => {
    test.useLibrary(createLibraryDouble({ delay: 150 }));
    const asked = mention(PELL);
    discord.deleteMessage(asked);
    await pause(400);
    expect(discord.messages()).toEqual([]);
  });

  it('takes the answers of many with it when a moderator deletes them together', async () => {
    const questions = [mention(PELL), mention(THORNE)];
    for (const question of questions) await question.reply();
    const ids = questions.map(({ id }) => id);
    discord.sendRaw('MESSAGE_DELETE_BULK', {
      ids,
      channel_id: discord.channel().id,
      guild_id: discord.guild().id,
    });
    await discord.until(
      () => discord.messages().every(({ author }) => author.id !== discord.bot.id),
      'the answers to go',
    );
  });
});
