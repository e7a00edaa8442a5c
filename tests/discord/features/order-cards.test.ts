import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passagesOf } from '../../../src/domain/card.ts';
import { cardStands } from '../../../src/discord/features/show-card.ts';
import { orderCardOf } from '../../doubles/article-cards.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../../doubles/library.ts';
import { createMemoryStudyStore } from '../../doubles/memory-study-store.ts';
import { createTestMemory, textOf } from '../bot-under-test.ts';
import { buttonLabels, shownQuotations } from '../read-message.ts';
import { layQuizTable } from './quiz-table.ts';
import type { QuizTable } from './quiz-table.ts';

const CARD = orderCardOf(LIGHTHOUSE);
const [BUILT = '', BURNED = ''] = passagesOf(CARD).map(({ quotation }) => quotation.text);
const PRACTICE = { cardsOf: () => Promise.resolve([CARD]) };

/** The letter of the event that came first, as the message shows the two. */
function rightIn(message: APIMessage | undefined): 'A' | 'B' {
  return /\*\*A\*\* The lighthouse/u.test(textOf(message)) ? 'A' : 'B';
}

describe('a quiz that asks what came first', () => {
  let table: QuizTable;
  beforeEach(async () => {
    table = await layQuizTable({ bot: { practice: PRACTICE } });
  });
  afterEach(() => table.test.close());

  const mention = (name: string) => `<@${table.discord.user(name).id}>`;

  it.each(['choice', 'type'])(
    'shows both without their dates, takes a letter, and reveals both, in the mode %s',
    async (mode) => {
      const { press, told, time, shows } = table;
      const asked = await table.start({ mode, seconds: 30 });
      expect(buttonLabels(asked)).toEqual(['A', 'B', 'Reveal']);
      expect(textOf(asked)).toContain('Which of these happened first?');
      expect(textOf(asked)).not.toMatch(/1843|1871/u);
      expect(textOf(asked)).toContain('The lighthouse of Brannoch Head was built in \\_');
      expect(textOf(asked)).toContain('Its lamp burned whale oil until \\_');
      const right = rightIn(asked);
      const wrong = right === 'A' ? 'B' : 'A';
      expect(await told(press('ada', asked, right))).toContain(`Your answer is in: ${right}.`);
      expect(await told(press('bob', asked, wrong))).toContain(`Your answer is in: ${wrong}.`);
      time.pass(1000);
      await shows('2 answers');
      time.pass(30_000);
      const reveal = await shows('Right:');
      expect(textOf(reveal)).toContain(`**${right}** came first (1843), then **${wrong}** (1871).`);
      expect(shownQuotations(reveal)).toEqual([BUILT, BURNED]);
      expect(textOf(reveal)).toContain(`Right: ${mention('ada')}`);
      expect(textOf(reveal)).toContain(`Points: ${mention('ada')} 1 · ${mention('bob')} 0`);
      expect(textOf(reveal).match(/¶\u00a0\d/gu)).toHaveLength(2);
      expect(await told(press('bob', reveal, 'Save [2]'))).toContain('Saved');
    },
  );

  it('shows them the other way round by chance, when it is asked again, too', async () => {
    const { press, shows } = table;
    const letters = new Set<string>();
    let asked = await table.start({ seconds: 0 });
    for (let turn = 0; turn < 25 && letters.size < 2; turn += 1) {
      letters.add(rightIn(asked));
      await press('ada', asked, 'Reveal').acknowledged();
      await press('ada', await shows('Nobody had it right'), 'To the scores').acknowledged();
      const end = await shows('The quiz is over');
      await press('ada', end, 'Only the missed ones').settled();
      asked = await shows('Question 1 of 1');
    }
    expect(letters).toEqual(new Set(['A', 'B']));
  });

  it('takes no forged third letter', async () => {
    const asked = await table.start({ seconds: 0 });
    const game = await table.store.inChannel(table.discord.channel().id);
    const customId = `quiz:c.${game?.quiz.id ?? ''}.0.2`;
    expect(await table.told(table.press('bob', asked, 'C', { customId, forge: true }))).toContain(
      'I do not keep that quiz',
    );
  });

  it('ends when the sentence on what came later is changed', async () => {
    const { test, time, shows } = table;
    const asked = await table.start({ seconds: 10 });
    const text = LIGHTHOUSE.text.replace('until 1871', 'until 1872');
    test.useLibrary(createLibraryDouble({ articles: [makeArticle('lighthouse', text)], generation: 'g-2' }));
    time.pass(10_000);
    await shows('its article was changed');
    expect(textOf(table.posted().find(({ id }) => id === asked.id))).not.toMatch(/1843|1871|1872/u);
  });
});

it('stands only as long as both of its sentences do', () => {
  const changed = makeArticle('lighthouse', LIGHTHOUSE.text.replace('until 1871', 'until 1872'));
  expect(cardStands(CARD, createLibraryDouble())).toBe(true);
  expect(cardStands(CARD, createLibraryDouble({ articles: [changed] }))).toBe(false);
});

it('is learnt by oneself: asked, shown and graded, and what is first changes', async () => {
  const study = createMemoryStudyStore();
  const table = await layQuizTable({
    bot: { practice: PRACTICE, memory: createTestMemory(undefined, { study }) },
  });
  const { discord, time, press } = table;
  const letters = new Set<string>();
  let shown = (await table.slash('ada', 'study start').settled()).message;
  for (let turn = 0; turn < 12; turn += 1) {
    const right = rightIn(shown);
    letters.add(right);
    expect(textOf(shown)).not.toMatch(/1843|1871/u);
    if (!shown) throw new Error('Nothing was asked.');
    const answer = (await press('ada', shown, 'Show the answer').settled()).message;
    expect(textOf(answer)).toContain(`**${right}** came first (1843), then`);
    expect(rightIn(answer)).toBe(right);
    expect(shownQuotations(answer ?? {})).toEqual([BUILT, BURNED]);
    const grade = buttonLabels(answer).find((label) => label.startsWith('Did not know')) ?? '';
    if (answer) await press('ada', answer, grade).settled();
    time.pass(86_400_000);
    shown = (await table.slash('ada', 'study start').settled()).message;
  }
  expect(letters).toEqual(new Set(['A', 'B']));
  const place = { serverId: discord.guild().id, personId: discord.user('ada').id };
  expect((await study.cards(place))[0]?.memory.reviews).toBe(12);
  await table.test.close();
});
