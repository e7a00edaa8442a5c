import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { APIMessage } from 'discord-api-types/v10';
import { drawPng } from '../../../src/adapters/draw-png.ts';
import type { StudyStore } from '../../../src/domain/ports/study-store.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import type { InteractionHandle } from '../../discord-standin/interaction-handle.ts';
import { lighthouseCards } from '../../doubles/article-cards.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../../doubles/library.ts';
import { createMemoryStudyStore } from '../../doubles/memory-study-store.ts';
import { createPassingTime } from '../../doubles/passing-time.ts';
import type { PassingTime } from '../../doubles/passing-time.ts';
import { createTestMemory, plainTextOf, startBotUnderTest, textOf } from '../bot-under-test.ts';
import type { BotUnderTest } from '../bot-under-test.ts';
import { buttonLabels, shownQuotations } from '../read-message.ts';

const DAY = 86_400_000;

describe('practice by oneself', () => {
  let test: BotUnderTest;
  let discord: Discord;
  let time: PassingTime;
  let store: StudyStore;
  beforeEach(async () => {
    time = createPassingTime();
    store = createMemoryStudyStore();
    test = await startBotUnderTest({
      bot: {
        time,
        memory: createTestMemory(undefined, { study: store }),
        practice: {
          cardsOf: (library, id) => {
            const article = library.article(id);
            return Promise.resolve(article?.title === LIGHTHOUSE.title ? lighthouseCards(LIGHTHOUSE) : []);
          },
          drawPng,
        },
      },
    });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const study = async (
    name: string,
    options: Readonly<Record<string, string | number>> = {},
    user = 'ada',
  ) => {
    const handle = discord.slash({ user: discord.user(user), name: `study ${name}`, options });
    await handle.settled();
    expect(handle.ephemeral).toBe(true);
    return handle;
  };
  /** Presses, and waits until the message has changed. */
  const press = async (message: APIMessage | undefined, label: string | RegExp, user = 'ada') => {
    const found = buttonLabels(message).find((one) =>
      typeof label === 'string' ? one === label : label.test(one),
    );
    const handle = discord.click({ user: discord.user(user), message, label: found ?? String(label) });
    await handle.settled();
    return handle;
  };
  const show = async (handle: InteractionHandle) => (await press(handle.message, 'Show the answer')).message;

  it('asks, shows the quotation, and says what each answer brings, and why', async () => {
    const started = await study('start');
    expect(textOf(started.message)).toContain('\\_\\_\\_\\_');
    expect(textOf(started.message)).toContain('0 cards due · 4 new ones today');
    expect(shownQuotations(started.message ?? {})).toEqual([]);
    const answer = await show(started);
    expect(answer?.id).toBe(started.message?.id);
    for (const quotation of shownQuotations(answer ?? {})) expect(LIGHTHOUSE.text).toContain(quotation);
    expect(buttonLabels(answer)).toEqual(['In context', 'Did not know · 1 min', 'Knew it · 10 min']);
    expect(textOf(answer)).toContain('Knew it: it is new or was forgotten, so it comes again soon.');
    const next = await press(answer, /^Knew it/u);
    expect(textOf(next.message)).toContain('It comes again in 10 min.');
    expect(textOf(next.message)).toContain('3 new ones today');
    expect(buttonLabels(next.message)).toEqual(['Show the answer', 'Undo']);
    const place = { serverId: discord.guild().id, personId: discord.user('ada').id };
    expect(await store.cards(place)).toHaveLength(1);
    expect(discord.messages().filter(({ flags = 0 }) => (flags & 64) === 0)).toEqual([]);
  });

  it('counts an answer once, and takes the last one back', async () => {
    const started = await study('start');
    const asked = textOf(started.message);
    const answer = await show(started);
    const id = buttonLabels(answer).find((label) => label.startsWith('Knew it')) ?? '';
    const twice = [1, 2].map(() => discord.click({ user: discord.user('ada'), message: answer, label: id }));
    await Promise.all(twice.map((handle) => handle.settled()));
    const place = { serverId: discord.guild().id, personId: discord.user('ada').id };
    expect(await store.reviews(place, 0)).toHaveLength(1);
    const undone = await press(twice[0]?.message, 'Undo');
    expect(textOf(undone.message)).toContain('Your last answer is taken back.');
    expect(textOf(undone.message)).toContain(asked.split('\n')[3]);
    expect(await store.cards(place)).toEqual([]);
    expect(buttonLabels(undone.message)).toEqual(['Show the answer']);
  });

  it('lets gaps grow over weeks, what is due first, and pauses without a heap', async () => {
    await study('limit', { new: 1 });
    const gaps: string[] = [];
    for (let week = 0; week < 6; week += 1) {
      let now = (await study('start')).message;
      while (buttonLabels(now).includes('Show the answer')) {
        const answer = (await press(now, 'Show the answer')).message;
        gaps.push(buttonLabels(answer).find((label) => label.startsWith('Knew it')) ?? '');
        now = (await press(answer, /^Knew it/u)).message;
      }
      expect(textOf(now)).toContain('That is all for now.');
      time.pass(7 * DAY);
    }
    const days = gaps.flatMap((label) => /· (\d+) days?$/u.exec(label)?.[1] ?? []).map(Number);
    expect(days.length).toBeGreaterThan(4);
    expect(Math.max(...days)).toBeGreaterThan(20);
    const paused = await study('pause');
    expect(textOf(paused.message)).toContain('nothing falls due until you go on');
    time.pass(100 * DAY);
    expect(buttonLabels((await study('start')).message)).toEqual(['Go on']);
    const resumed = await press((await study('start')).message, 'Go on');
    expect(textOf(resumed.message)).toContain('comes that much later');
    const place = { serverId: discord.guild().id, personId: discord.user('ada').id };
    expect((await store.cards(place)).filter(({ memory }) => memory.due > time.now()).length).toBeGreaterThan(
      0,
    );
  });

  it('shows statistics with a picture whose numbers its description says', async () => {
    expect(textOf((await study('stats')).message)).toContain('You have not begun any card yet');
    const answer = await show(await study('start'));
    await press(answer, /^Knew it/u);
    time.pass(11 * 60_000);
    const stats = await study('stats');
    expect(plainTextOf(stats.message)).toContain('Due now: 1\nIn the next seven days: 1');
    expect(plainTextOf(stats.message)).toContain('Begun: 1 · of these learnt: 0');
    const { body } = discord.requests.findLast(({ path }) => path.includes('@original')) ?? {};
    expect(JSON.stringify(body)).toContain(
      'Cards due on each of the next 14 days, from today on: 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.',
    );
    expect(textOf((await study('stats', {}, 'bob')).message)).toContain('You have not begun any card yet');
  });

  it('lets a card rest whose article left', async () => {
    const answer = await show(await study('start'));
    await press(answer, /^Knew it/u);
    test.useLibrary(createLibraryDouble({ articles: [makeArticle('boats', 'Boats float. They do.')] }));
    const rests = await study('start');
    expect(textOf(rests.message)).toContain('1 card rests');
    expect(shownQuotations(rests.message ?? {})).toEqual([]);
    const none = await study('start', {}, 'bob');
    expect(textOf(none.message)).toContain('There is nothing in “boats” to make cards of');
  });

  it('takes no forged press for another’s, and has a word for nonsense', async () => {
    const started = await study('start');
    const forge = async (customId: string) => {
      const handle = discord.click({
        user: discord.user('bob'),
        message: started.message,
        customId,
        forge: true,
      });
      await handle.settled();
      return textOf(handle.message);
    };
    expect(await forge('study:grade.0000000.7.good')).toContain('Practice');
    expect(await forge('study:grade.0000000.0.best')).toContain('from another version');
    expect(await store.exportOf(discord.user('ada').id)).toMatchObject([{ cards: [], reviews: [] }]);
  });

  it('is there in direct messages, by itself', async () => {
    const user = discord.user('ada');
    const direct = discord.slash({ user, name: 'study start', guild: null });
    await direct.settled();
    const answer = await show(direct);
    await press(answer, /^Knew it/u);
    expect(await store.cards({ serverId: undefined, personId: user.id })).toHaveLength(1);
    expect(await store.cards({ serverId: discord.guild().id, personId: user.id })).toEqual([]);
  });
});

it('grades in four where the server has it so', async () => {
  const memory = createTestMemory();
  const test = await startBotUnderTest({
    bot: {
      memory,
      practice: { cardsOf: () => Promise.resolve(lighthouseCards(LIGHTHOUSE)) },
    },
  });
  const { discord } = test;
  await memory.settings.change(discord.guild().id, { grades: 'four' }, { by: 'mod', at: '2026-03-01' });
  const user = discord.user('ada');
  const started = await discord.slash({ user, name: 'study start' }).settled();
  const answer = await discord.click({ user, message: started.message, label: 'Show the answer' }).settled();
  expect(buttonLabels(answer.message).map((label) => label.split(' · ')[0])).toEqual([
    'In context',
    'Did not know',
    'Hard',
    'Good',
    'Easy',
  ]);
  await test.close();
});
