import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library, LibraryFor } from '../../../src/domain/library.ts';
import type { Store } from '../../../src/domain/ports/store.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import { createHashEmbedder } from '../../doubles/hash-embedder.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../../doubles/library.ts';
import { createMemoryStore } from '../../doubles/memory-store.ts';
import { createTestMemory, plainTextOf, startBotUnderTest, textOf } from '../bot-under-test.ts';
import type { BotUnderTest } from '../bot-under-test.ts';
import { shownQuotations } from '../read-message.ts';

const QUESTION = 'How tall is Mount Everest?';
const SENTENCE = 'Mount Everest is 8,849 metres tall.';
const TELL = 'Tell me when answered';
const AUTHOR = { by: 'boss', at: '2026-03-01T10:00:00.000Z' };

const embedQuestion = async (text: string) => (await createHashEmbedder().encodeQuestion(text)).vector;

describe('who waits for an answer', () => {
  let test: BotUnderTest;
  let discord: Discord;
  let store: Store;
  /** What everybody may read, and what North may read beside it. */
  let open: Library;
  let inNorth: Library;
  beforeEach(async () => {
    store = createMemoryStore();
    open = createLibraryDouble();
    inNorth = open;
    const libraryFor: LibraryFor = ({ servers }) =>
      servers.includes(discord.guild('North').id) ? inNorth : open;
    test = await startBotUnderTest({
      bot: { embedQuestion, libraryFor, memory: createTestMemory(store.exchanges, store) },
      discord: { guilds: [{ name: 'North', channels: ['north'], strangers: ['mallory'] }] },
      prepare: (standIn) => {
        discord = standIn;
      },
    });
  });
  afterEach(() => test.close());

  const withEverest = () =>
    createLibraryDouble({ articles: [LIGHTHOUSE, makeArticle('everest', SENTENCE, { title: 'Peaks' })] });
  const ask = async (name: string, options: object = {}) => {
    const call = { user: discord.user(name), name: 'ask', options: { question: QUESTION, ...options } };
    return (await discord.slash(call).settled()).message;
  };
  type Message = Awaited<ReturnType<typeof ask>>;
  const wait = async (message: Message, name = 'ada') =>
    textOf((await discord.click({ user: discord.user(name), message, label: TELL }).settled()).message);
  const toldTo = (name: string) =>
    discord
      .messages(discord.dmChannel(discord.user(name)))
      .filter(({ author }) => author.id === discord.bot.id);

  it('is told once, in private, with the quotation, when the articles answer it for sure', async () => {
    const message = await ask('ada');
    expect(await wait(message)).toContain('I will write to you once');
    expect(await wait(message)).toContain('I will write to you once');
    await test.bot.tellAnswered();
    expect(toldTo('ada')).toEqual([]);
    open = withEverest();
    inNorth = open;
    await Promise.all([test.bot.tellAnswered(), test.bot.tellAnswered()]);
    await test.bot.tellAnswered();
    const [told, ...more] = toldTo('ada');
    expect(more).toEqual([]);
    expect(plainTextOf(told)).toContain(`You asked this in <#${discord.channel('north').id}>`);
    expect(shownQuotations(told ?? {})).toEqual([SENTENCE]);
    expect(await store.gaps.find(message?.id ?? '')).not.toHaveProperty('tellAsker');
    expect(await wait(message)).toContain('told already');
  });

  it('also where it was asked by a mention, or in private', async () => {
    const content = `<@${discord.bot.id}> ${QUESTION}`;
    await wait(await discord.message({ user: discord.user('ada'), content }).reply());
    await wait(await ask('bob', { private: true }), 'bob');
    inNorth = open = withEverest();
    await test.bot.tellAnswered();
    expect([toldTo('ada').length, toldTo('bob').length]).toEqual([1, 1]);
  });

  it('is only who asked, a member still, and somebody whom it can be sent', async () => {
    const message = await ask('ada');
    expect(await wait(message, 'bob')).toContain('Only who asked');
    await wait(await ask('mallory'), 'mallory');
    await wait(message);
    discord.fault({ method: 'POST', path: /users\/@me\/channels/u, times: 1, status: 403, code: 50013 });
    inNorth = open = withEverest();
    await test.bot.tellAnswered();
    expect([toldTo('ada'), toldTo('bob'), toldTo('mallory')]).toEqual([[], [], []]);
    const [left] = await store.gaps.waiting(discord.guild('North').id);
    expect(left?.tellAsker?.userId).toBe(discord.user('mallory').id);
  });

  it('is not sent what the server keeps to itself, but where to ask for it', async () => {
    await wait(await ask('ada'));
    inNorth = withEverest();
    await test.bot.tellAnswered();
    const [told] = toldTo('ada');
    expect(textOf(told)).toContain('keeps its articles to itself');
    expect(JSON.stringify(told)).not.toContain('8,849');
    await store.settings.change(discord.guild('North').id, { articlesInDirectMessages: true }, AUTHOR);
    inNorth = open;
    await wait(await ask('bob'), 'bob');
    inNorth = withEverest();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await test.bot.tellAnswered();
    expect(shownQuotations(toldTo('bob')[0] ?? {})).toEqual([SENTENCE]);
  });

  it('does nothing when it is forged', async () => {
    const { message } = await discord
      .slash({ user: discord.user('ada'), name: 'ask', options: { question: 'Who built the lighthouse?' } })
      .settled();
    const forged = { user: discord.user('ada'), message, customId: 'gaps:tell', forge: true };
    await discord.click(forged).settled();
    const direct = await discord
      .slash({ user: discord.user('ada'), name: 'ask', guild: null, options: { question: QUESTION } })
      .settled();
    await discord.click({ ...forged, message: direct.message }).settled();
    expect(await store.gaps.servers()).toEqual([]);
  });
});
