import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIGHTHOUSE, createLibraryDouble, makeArticle } from '../../doubles/library.ts';
import { plainTextOf, textOf } from '../bot-under-test.ts';
import { buttonLabels, shownQuotations } from '../read-message.ts';
import { answersFor, layQuizTable } from './quiz-table.ts';
import type { QuizTable } from './quiz-table.ts';

const MANAGE_MESSAGES = 1n << 13n;

describe('a quiz in a channel', () => {
  let table: QuizTable;
  beforeEach(async () => {
    table = await layQuizTable();
  });
  afterEach(() => table.test.close());

  const mention = (name: string) => `<@${table.discord.user(name).id}>`;

  it('asks with buttons, counts, reveals with a quotation, and ends in a tie', async () => {
    const { time, press, told, shows } = table;
    const first = await table.start({ rounds: 2, seconds: 30 });
    const { right, wrong } = answersFor(first);
    expect(textOf(first)).toMatch(/Nobody has answered yet · ends <t:\d+:R>/u);
    expect(shownQuotations(first)).toEqual([]);
    expect(await told(press('ada', first, right))).toContain(`Your answer is in: ${right}`);
    expect(await told(press('bob', first, right))).toContain('Your answer is in');
    expect(await told(press('cem', first, wrong))).toContain(`Your answer is in: ${wrong}`);
    expect(await told(press('cem', first, right))).toContain('the first answer counts');
    time.pass(1000);
    expect(textOf(await shows('3 answers'))).not.toContain(mention('ada'));
    time.pass(30_000);
    const reveal = await shows('Right:');
    expect(reveal.id).toBe(first.id);
    expect(textOf(reveal)).toContain(`Right: ${mention('ada')} and ${mention('bob')}`);
    expect(textOf(reveal)).toContain(
      `Points: ${mention('ada')} 1 · ${mention('bob')} 1 · ${mention('cem')} 0`,
    );
    for (const quotation of shownQuotations(reveal)) expect(LIGHTHOUSE.text).toContain(quotation);
    expect(shownQuotations(reveal).length).toBeGreaterThan(0);
    expect(textOf(reveal)).toContain('¶');
    time.pass(12_000);
    const second = await shows('Question 2 of 2');
    expect(buttonLabels(table.posted()[0])).not.toContain('Next question');
    await told(press('ada', second, answersFor(second).wrong));
    time.pass(30_000);
    await shows('Nobody had it right');
    time.pass(12_000);
    const end = await shows('The quiz is over');
    expect(textOf(end).replaceAll('\u2060', '')).toContain(
      `1. ${mention('ada')} and ${mention('bob')}: 1 right\n3. ${mention('cem')}: 0 right`,
    );
    expect(await told(table.slash('dora', 'quiz scores'))).toContain('1 right');
  });

  it('asks only the missed ones again, at anybody’s wish', async () => {
    const { press, told, shows } = table;
    const first = await table.start({ rounds: 2, seconds: 0 });
    await told(press('bob', first, answersFor(first).right));
    await press('ada', first, 'Reveal').acknowledged();
    await press('ada', await shows('Right:'), 'Next question').acknowledged();
    const second = await shows('Question 2 of 2');
    const missed = answersFor(second);
    await told(press('bob', second, missed.wrong));
    await press('ada', second, 'Reveal').acknowledged();
    await press('ada', await shows('Nobody had it right'), 'To the scores').acknowledged();
    const end = await shows('The quiz is over');
    expect(await told(press('bob', end, 'Only the missed ones'))).toContain('1 question');
    const again = await shows('Question 1 of 1');
    expect(answersFor(again).card).toBe(missed.card);
    expect(await told(table.slash('ada', 'quiz stop'))).toContain('Only who began the quiz');
  });

  it('takes typed answers, fairly, and says when one is nearly right', async () => {
    const { press, shows, discord, told } = table;
    const type = async (user: string, text: string) => {
      const opened = await press(user, first, 'Answer').acknowledged();
      return told(discord.modalSubmit({ user: discord.user(user), from: opened, values: { answer: text } }));
    };
    const first = await table.start({ rounds: 1, mode: 'type', seconds: 0 });
    const { right } = answersFor(first);
    expect(buttonLabels(first)).toEqual(['Answer', 'Reveal']);
    expect(textOf(first)).not.toContain(right);
    expect(await type('ada', right.toUpperCase())).toContain('Your answer is in');
    expect(await type('bob', 'something else')).toContain('Your answer is in');
    expect(await told(press('ada', first, 'Answer'))).toContain('the first answer counts');
    await press('ada', first, 'Reveal').acknowledged();
    expect(textOf(await shows('Right:'))).toContain(`Right: ${mention('ada')}`);
    expect(
      await told(press('cem', first, 'Answer', { forge: true, customId: await customIdOf('t') })),
    ).toContain('a moment too late');
  });

  const customIdOf = async (letter: string, round = 0) => {
    const game = await table.store.inChannel(table.discord.channel().id);
    return `quiz:${letter}.${game?.quiz.id ?? ''}.${round}`;
  };

  it('tells a late press kindly, and takes no forged one', async () => {
    const { press, told, time, shows } = table;
    const first = await table.start({ rounds: 2, seconds: 10 });
    const id = await customIdOf('c');
    time.pass(10_000);
    await shows('Nobody had it right');
    const forge = (customId: string) => told(press('bob', first, 'x', { customId, forge: true }));
    expect(await forge(`${id}.0`)).toContain('a moment too late');
    for (const wrong of [await customIdOf('c', 7), 'quiz:c.0000000000.0.0', 'quiz:', 'quiz:zz'])
      expect(await forge(wrong)).toContain('I do not keep that quiz');
  });

  it('lets its host and moderators lead and stop it, and nobody else', async () => {
    const { press, told, slash, shows, discord } = table;
    const first = await table.start({ seconds: 0 });
    expect(await told(press('bob', first, 'Reveal'))).toContain('Only who began the quiz');
    expect(await told(slash('bob', 'quiz stop'))).toContain('Only who began the quiz');
    expect(await told(slash('bob', 'quiz start'))).toContain('There is a quiz in this channel already');
    expect(plainTextOf(first)).toContain('Question 1 of 5');
    const stop = discord.slash({
      user: discord.user('mod'),
      name: 'quiz stop',
      memberPermissions: MANAGE_MESSAGES,
    });
    expect(await told(stop)).toContain('has been stopped');
    await shows('It was stopped.');
    await expect.poll(() => table.store.running()).toEqual([]);
    expect(await told(slash('ada', 'quiz stop'))).toContain('No quiz is being played');
    await table.start({ seconds: 0 });
  });

  it('ends by itself when nobody plays', async () => {
    const { time, shows } = table;
    await table.start({ seconds: 10 });
    for (const question of [1, 2]) {
      await shows(`Question ${question} of`);
      time.pass(10_000);
      await shows('Nobody had it right');
      time.pass(12_000);
    }
    await shows('Nobody answered any more');
    await expect.poll(() => table.store.running()).toEqual([]);
  });

  it('ends with a word when its article leaves the server, or is changed', async () => {
    const { test, time, shows, press, told } = table;
    const first = await table.start({ seconds: 10 });
    const { right } = answersFor(first);
    await told(press('bob', first, right));
    test.useLibrary(createLibraryDouble({ articles: [makeArticle('other', 'Boats float. They do.')] }));
    // It was pressed while the buttons were still there.
    expect(await told(press('cem', first, right))).toMatch(/^Your answer is in\. What is right/u);
    time.pass(10_000);
    const end = await shows('left this server');
    expect(buttonLabels(end)).toEqual([]);
    expect(plainTextOf(table.posted().at(-2))).toMatch(
      /^### Question 1 of 5\nThis question was closed[^\n]*$/u,
    );
    await expect.poll(() => table.store.running()).toEqual([]);
    const other = makeArticle('lighthouse', `New. ${LIGHTHOUSE.text}`, { title: 'New' });
    test.useLibrary(createLibraryDouble({ articles: [other], generation: 'g-2' }));
    await table.start({ seconds: 10 });
    test.useLibrary(createLibraryDouble());
    time.pass(10_000);
    await shows('its article was changed');
  });

  it('has its defaults from the server, and its choice of articles from the audience', async () => {
    const { discord, slash, told } = table;
    const two = [LIGHTHOUSE, makeArticle('boats', 'Boats float. They do.', { title: 'Of boats' })];
    table.test.useLibrary(createLibraryDouble({ articles: two }));
    const typed = { user: discord.user('ada'), name: 'quiz start', options: { article: 'light' } };
    const { choices } = await discord.autocomplete({ ...typed, focused: 'article' });
    expect(choices.map(({ value }) => value)).toEqual(['lighthouse']);
    expect(await told(slash('ada', 'quiz start', { article: 'boats' }))).toContain(
      'has nothing that can be asked',
    );
    expect(await told(slash('ada', 'quiz start', { article: 'Treasure' }))).toContain('Treasure');
    await told(slash('ada', 'quiz start'));
    expect(table.posted()).toEqual([]);
  });
});

describe('a quiz that the bot has to leave for a while', () => {
  it.each(['asked', 'revealed'] as const)(
    'goes on where it was %s, and posts nothing twice',
    async (phase) => {
      const before = await layQuizTable();
      const first = await before.start({ rounds: 2, seconds: 20 });
      const { right } = answersFor(first);
      await before.told(before.press('bob', first, right));
      before.time.pass(1000);
      await before.shows('1 answer');
      if (phase === 'revealed') {
        before.time.pass(20_000);
        await before.shows('Right:');
      }
      await before.test.bot.stop('test');
      const { store, time, discord } = before;
      time.pass(3_600_000);
      const after = await layQuizTable({ store, time, standIn: discord });
      if (phase === 'asked') {
        await expect.poll(() => time.waiting()).toBeGreaterThan(0);
        expect(await after.told(after.press('bob', first, right))).toContain('the first answer counts');
        expect(await after.told(after.press('ada', first, right))).toContain('Your answer is in');
        time.pass(20_000);
        expect((await after.shows('Right:')).id).toBe(first.id);
      } else await expect.poll(() => time.waiting()).toBeGreaterThan(0);
      time.pass(12_000);
      await after.shows('Question 2 of 2');
      expect(after.posted()).toHaveLength(2);
      await after.test.close();
    },
  );

  it('finds the round that was posted when the word of it was lost', async () => {
    const before = await layQuizTable();
    const forgetful = { ...before.store, save: () => Promise.reject(new Error('The disk is full.')) };
    await before.test.close();
    const first = await layQuizTable({ store: forgetful });
    const begun = await first.slash('ada', 'quiz start').settled();
    expect(plainTextOf(begun.message)).toContain('has begun');
    await first.test.bot.stop('test');
    const after = await layQuizTable({
      store: { ...forgetful, save: (...given) => before.store.save(...given) },
      time: first.time,
      standIn: first.discord,
    });
    await expect.poll(async () => (await after.store.running())[0]?.messages[0]).toBe(first.posted()[0]?.id);
    expect(after.posted()).toHaveLength(1);
    await after.test.close();
  });
});

it('says so when it may not post, and when it cannot be kept', async () => {
  const table = await layQuizTable();
  table.discord.setBotPermissions('general', 1n << 10n);
  expect(await table.told(table.slash('ada', 'quiz start'))).toContain('I could not post');
  expect(await table.store.running()).toEqual([]);
  await table.test.close();
  const begin = () => Promise.reject(new Error('The disk is full.'));
  const full = await layQuizTable({ store: { ...table.store, begin } });
  expect(await full.told(full.slash('ada', 'quiz start'))).toContain('could not keep that');
  await full.test.close();
});
