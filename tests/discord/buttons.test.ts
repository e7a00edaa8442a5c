import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/domain/layout.ts';
import type { ExchangeStore } from '../../src/domain/ports/exchange-store.ts';
import type { QuestionOptions } from '../../src/domain/question.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { allComponents } from '../discord-standin/message-components.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { createMemoryExchangeStore } from '../doubles/memory-exchange-store.ts';
import { createTestMemory, plainTextOf, startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';
import { buttonLabels, shownQuotations } from './read-message.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';

describe.each(LAYOUTS)('the buttons under an answer, in %s', (layout) => {
  let test: BotUnderTest;
  let discord: Discord;
  let store: ExchangeStore;
  let asked: { question: string; options: QuestionOptions }[];
  beforeEach(async () => {
    asked = [];
    store = createMemoryExchangeStore();
    test = await startBotUnderTest({
      library: createLibraryDouble({ onAsk: (question, options) => asked.push({ question, options }) }),
      bot: { layout, memory: createTestMemory(store) },
    });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const ada = () => discord.user('ada');
  const ask = async (question = QUESTION, more: object = {}) => {
    const { message } = await discord
      .slash({ user: ada(), name: 'ask', options: { question, ...more } })
      .settled();
    await expect.poll(() => store.find(message?.id ?? '')).toBeDefined();
    return message;
  };
  type Message = Awaited<ReturnType<typeof ask>>;
  const click = (message: Message, label: string, user = ada()) => discord.click({ user, message, label });

  it('shows one quotation when sure, in the order of reading, and the rest privately', async () => {
    const message = await ask();
    expect(shownQuotations(message ?? {})).toHaveLength(1);
    expect(buttonLabels(message)).toEqual([
      'In context',
      'More (1)',
      'Follow up',
      '👍 Good',
      '👎 Bad',
      'Why this?',
      'Cite',
      'Delete',
    ]);
    const text = textOf(message);
    expect(text.indexOf('The article says:')).toBeLessThan(text.indexOf('> '));
    expect(text.indexOf('> ')).toBeLessThan(text.indexOf('*The light of Brannoch Head*'));
    const more = await click(message, 'More (1)', discord.user('bob')).settled();
    expect(more.ephemeral).toBe(true);
    const [rest] = shownQuotations(more.message ?? {});
    expect(rest).not.toBe(shownQuotations(message ?? {})[0]);
  });

  it('shows two when not sure, each with its own button', async () => {
    const message = await ask('Was the brass bell melted?');
    expect(textOf(message)).toContain('Perhaps this:');
    expect(shownQuotations(message ?? {})).toHaveLength(2);
    expect(buttonLabels(message).slice(0, 2)).toEqual(['In context [1]', 'In context [2]']);
  });

  it('dims the sentences around the quotation', async () => {
    expect(textOf(await ask())).toContain('-# It stands on a granite ledge, forty metres above the sea.');
  });

  it('keeps the passages nearest to a question without an answer behind a button', async () => {
    const message = await ask('How tall is Mount Everest?');
    expect(shownQuotations(message ?? {})).toEqual([]);
    const nearest = await click(message, 'Nearest passages').settled();
    expect(nearest.ephemeral).toBe(true);
    expect(textOf(nearest.message)).toContain('Closest, not an answer:');
    expect(shownQuotations(nearest.message ?? {}).length).toBeGreaterThan(0);
    await store.remove(message?.id ?? '');
    const forgotten = await click(message, 'Nearest passages').settled();
    expect(textOf(forgotten.message)).toContain('no longer remember that answer');
  });

  it('takes a follow-up in a form that shows the questions before it', async () => {
    const first = await ask();
    const opened = await click(first, 'Follow up').acknowledged();
    const second = await discord
      .modalSubmit({ user: ada(), from: opened, values: { question: 'and who was the last keeper there?' } })
      .settled();
    expect(second.ephemeral).toBe(false);
    expect(asked.at(-1)).toEqual({
      question: 'and who was the last keeper there?',
      options: { context: QUESTION },
    });
    await expect.poll(async () => (await store.find(second.message?.id ?? ''))?.follows).toBe(first?.id);
    const again = await click(second.message, 'Follow up', discord.user('bob')).acknowledged();
    const shown = allComponents(again.modal?.['components']).map((component) => component['content']);
    expect(shown.join('\n')).toContain(`-# ${QUESTION}\n-# and who was the last keeper there?`);
  });

  it('answers the follow-up of a private answer privately', async () => {
    const opened = await click(await ask(QUESTION, { private: true }), 'Follow up').acknowledged();
    const second = discord.modalSubmit({ user: ada(), from: opened, values: { question: 'and the bell?' } });
    expect((await second.settled()).ephemeral).toBe(true);
  });

  it('lets the asker, and who manages messages, take an answer away, and nobody else', async () => {
    const message = await ask();
    const bob = await click(message, 'Delete', discord.user('bob')).settled();
    expect(bob.ephemeral).toBe(true);
    expect(textOf(bob.message)).toContain('Only who asked for it');
    await click(message, 'Delete').settled();
    expect(discord.messages().some(({ id }) => id === message?.id)).toBe(false);
    await expect.poll(() => store.find(message?.id ?? '')).toBeUndefined();
    const other = await ask();
    await discord
      .click({ user: discord.user('bob'), message: other, label: 'Delete', memberPermissions: 1n << 13n })
      .settled();
    expect(discord.messages().some(({ id }) => id === other?.id)).toBe(false);
  });

  it('lets who mentioned it take the answer away when it is forgotten, too', async () => {
    const reply = await discord.message({ user: ada(), content: `<@${discord.bot.id}> ${QUESTION}` }).reply();
    await expect.poll(() => store.find(reply.id)).toBeDefined();
    await store.remove(reply.id);
    await click(reply, 'Delete').settled();
    expect(discord.messages().some(({ id }) => id === reply.id)).toBe(false);
  });

  it('cites privately in each style, from the answer and from its place', async () => {
    const message = await ask();
    const cited = await click(message, 'Cite', discord.user('bob')).settled();
    expect(cited.ephemeral).toBe(true);
    expect(textOf(cited.message)).toContain('“The light of Brannoch Head”, 2021-05-02, ¶ 1, https://');
    await click(cited.message, 'BibTeX', discord.user('bob')).settled();
    expect(textOf(cited.message)).toContain('@online{lighthouse2021,');
    const inContext = await click(message, 'In context').settled();
    const again = await click(inContext.message, 'Cite').settled();
    expect(textOf(again.message)).toContain('¶ 1');
  });

  it('says why in plain words, and the numbers only behind Details', async () => {
    const why = await click(await ask(), 'Why this?').settled();
    expect(plainTextOf(why.message)).toContain('share “lighthouse”');
    expect(textOf(why.message)).not.toMatch(/0\.\d|score/u);
    await click(why.message, 'Details').settled();
    expect(textOf(why.message)).toMatch(/score is 0\.\d\d/u);
  });
});

it('turns the pages of a message from before the layout was changed', async () => {
  const test = await startBotUnderTest({ bot: { layout: 'embeds' } });
  const { discord } = test;
  const user = discord.user('ada');
  const opened = await discord.slash({ user, name: 'paragraph', options: { number: 2 } }).settled();
  await test.bot.stop('test');
  const again = await startBotUnderTest({ standIn: discord });
  await discord.click({ user, message: opened.message, label: '¶ 3 ▸' }).settled();
  expect(opened.message?.embeds).toEqual([]);
  expect(textOf(opened.message)).toContain('**¶ 3**');
  await again.close();
});
