import { describe, expect, it } from 'vitest';
import type { CardTrial } from '../../../src/domain/ports/card-judge.ts';
import { makeDeck } from '../../../src/study/cards/make-deck.ts';
import { chooseRounds } from '../../../src/study/quiz/choose-rounds.ts';
import { loadTagger } from '../../../src/study/cards/tag-words.ts';
import { createKindJudge } from '../../doubles/card-judge.ts';
import type { JudgeOptions } from '../../doubles/card-judge.ts';
import { readArticle, readShipped } from './shipped-articles.ts';

const DIGEST = 'corpus/demo/north-korea-russia-digest.md';

async function deckOf(path: string, options: JudgeOptions = {}, limit?: number): ReturnType<typeof makeDeck> {
  const parts = { tag: await loadTagger(), judge: createKindJudge(options) };
  return makeDeck(await readShipped(path), parts, limit === undefined ? {} : { limit });
}

describe('makeDeck', () => {
  it('makes at least thirty cards of three kinds from the shipped digest, best first', async () => {
    const { cards, scarce } = await deckOf(DIGEST);
    expect(cards.length).toBeGreaterThanOrEqual(30);
    expect(new Set(cards.map(({ card }) => card.kind))).toEqual(new Set(['cloze', 'speaker', 'altered']));
    const worths = cards.map(({ card }) => card.worth);
    expect(worths).toEqual([...worths].sort((a, b) => b - a));
    expect(scarce).toBeUndefined();
  });

  it.each(['choice', 'type'] as const)(
    'has in its JSON all that a quiz in the mode %s needs',
    async (mode) => {
      const deck = await deckOf(DIGEST);
      const read = JSON.parse(JSON.stringify(deck)) as typeof deck;
      expect(read).toEqual(deck);
      const cards = read.cards.map(({ card }) => card);
      const rounds = chooseRounds(cards, { count: 6, mode, seed: 1 });
      expect(rounds).toHaveLength(6);
      for (const { kind, quotation, answer, blanks, distractors, swap } of rounds) {
        expect(quotation.text).toContain(answer.text);
        expect(blanks.length).toBeGreaterThan(0);
        if (mode === 'choice') expect(kind === 'altered' ? swap : distractors[0]).toBeDefined();
      }
    },
  );

  it('asks for no answer too often, and of no sentence twice in one way', async () => {
    const { cards } = await deckOf(DIGEST);
    const places = cards.map(({ card }) => `${card.kind} ${card.quotation.start}`);
    expect(new Set(places).size).toBe(places.length);
    const clozes = cards.filter(({ card }) => card.kind === 'cloze').map(({ card }) => card.answer.text);
    for (const answer of clozes)
      expect(clozes.filter((other) => other === answer).length).toBeLessThanOrEqual(2);
  });

  it('shows the judge questions without their answers, and no more than it needs', async () => {
    const trials: CardTrial[] = [];
    const { cards } = await deckOf(DIGEST, { onTrial: (trial) => trials.push(trial) }, 12);
    expect(cards).toHaveLength(12);
    expect(trials.length).toBeLessThanOrEqual(36);
    const { text } = await readShipped(DIGEST);
    for (const { question, answer } of trials) {
      expect(question).toMatch(/\b(?:who|whose|which|when|how many|what)\b.*\?$/u);
      expect(question).not.toContain(text.slice(answer.start, answer.end));
    }
  });

  it.each([
    ['the search finds another sentence first', { found: [{ start: 0, end: 5 }] }],
    ['nothing is found', { found: [] }],
    ['the reader points at other words', { pointed: { start: 0, end: 5 } }],
  ])('keeps no card where %s', async (_, verdict) => {
    const { cards, scarce } = await deckOf(DIGEST, { verdict: () => verdict });
    expect(cards).toEqual([]);
    expect(scarce).toMatch(
      /not enough for cards: of its \d+ sentences \d+ can stand alone, and there is no card/u,
    );
  });

  it('leaves the judging to the search where there is no reader', async () => {
    const { cards } = await deckOf(DIGEST, {
      verdict: ({ sentence }) => ({ found: [sentence], pointed: { start: 0, end: 5 }, read: false }),
    });
    expect(cards.length).toBeGreaterThanOrEqual(30);
    expect(cards[0]?.reasons).toContain('the search finds the sentence again');
  });

  it('says of ten plain sentences that there is not enough', async () => {
    const text = Array.from(
      { length: 10 },
      (_, at) =>
        `The ${'red green blue grey black white brown pink old new'.split(' ')[at] ?? ''} boat lies quietly beside the long quay of the harbour.`,
    ).join(' ');
    const deck = await makeDeck(readArticle('boats.md', text), {
      tag: await loadTagger(),
      judge: createKindJudge(),
    });
    expect(deck.cards).toEqual([]);
    expect(deck.scarce).toBe(
      '“boats” has not enough for cards: of its 10 sentences 10 can stand alone, and there is no card; a quiz takes 8.',
    );
  });

  it('makes none of an article that is not in English', async () => {
    const article = { ...(await readShipped(DIGEST)), language: 'Spanish' };
    const deck = await makeDeck(article, { tag: await loadTagger(), judge: createKindJudge() });
    expect(deck.cards).toEqual([]);
    expect(deck.scarce).toContain('is in Spanish, and cards are made of English articles');
  });
});
