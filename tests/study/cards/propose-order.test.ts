import { describe, expect, it } from 'vitest';
import { makeDeck } from '../../../src/study/cards/make-deck.ts';
import { proposeOrder } from '../../../src/study/cards/propose-order.ts';
import { loadTagger } from '../../../src/study/cards/tag-words.ts';
import { createKindJudge } from '../../doubles/card-judge.ts';
import type { JudgeOptions } from '../../doubles/card-judge.ts';
import { expectFairCard } from './card-properties.ts';
import { materialOf, readArticle } from './shipped-articles.ts';

/** So that what is told once is no more than that in its article. */
const CARVED = Array.from(
  { length: 40 },
  (_, at) =>
    `${['Alva Thorne', 'Edwin Moor', 'Karin Voss', 'Piet Aalders'][at % 4] ?? ''} carved ${at * 7 + 30} figures of ${['oak', 'elm', 'pine', 'ash', 'yew'][at % 5] ?? ''} for the ${['altar', 'gate', 'tower', 'library', 'bridge', 'market', 'well'][at % 7] ?? ''} of Ellerby.`,
);

async function pairsOf(...paragraphs: readonly string[]): Promise<readonly string[]> {
  const proposals = proposeOrder(await materialOf([...paragraphs, ...CARVED].join('\n\n')));
  return proposals.map(({ card }) => `${card.answer.text} < ${card.later?.answer.text ?? ''}`);
}

const WALL = 'In 1740, masons from Norden built the east wall in granite.';
const FERRY = 'Otto Brandt launched the red ferry in 1751 for his three daughters.';

describe('proposeOrder', () => {
  it('asks of two events which came first, wherever they stand', async () => {
    expect(await pairsOf(WALL, FERRY)).toEqual(['1740 < 1751']);
    expect(await pairsOf(FERRY, WALL)).toEqual(['1740 < 1751']);
  });

  it.each([
    ['nearly the same', FERRY.replace('1751', '1741')],
    ['of another precision', FERRY.replace('1751', 'June 1751')],
    ['of another age', FERRY.replace('1751', '1951')],
  ])('leaves out dates that are %s', async (_, other) => {
    expect(await pairsOf(WALL, other)).toEqual([]);
  });

  it('leaves out what is named by numbers, and what begins or ends in the other', async () => {
    const first = 'In 1981 the Ellerby workshop launched Lantern 4 for the pilots.';
    expect(await pairsOf(first, 'In 1985 Ida Holm launched Lantern 5 before the mayor.')).toEqual([]);
    const law = 'The council passed the Anchorage law in 1901 against the will of the captains.';
    expect(await pairsOf(law, 'Ida Holm and her party repealed the Anchorage law in 1911.')).toEqual([]);
  });

  it('leaves out the beginning of what the article is about', async () => {
    const title = '---\ntitle: The Ellerby Gazette\n---\n';
    const founded = 'In 1740, Marta Quill founded the Gazette in a cellar by the quay.';
    expect(await pairsOf(title, founded, FERRY)).toEqual([]);
    expect(await pairsOf(title, founded.replace('Gazette', 'orphanage'), FERRY)).toEqual(['1740 < 1751']);
  });
});

/** Made up: a year and a deed each, in no order, among deeds without a year. */
const CHRONICLE = [
  'In 1740, masons from Norden built the east wall in granite.',
  'Otto Brandt launched the red ferry in 1751 for his three daughters.',
  'In 1746, Ida Holm established a garden of four hundred oaks on the western hill.',
  'Karl Aalders opened the bakery in 1758 with a miller from Lund.',
  'In 1763, Jonas Pell died within sight of the pier and its lamp.',
  'Pirates from Saltmere destroyed the granary of the monks in 1771.',
  'In 1767, Ruth Calder published forty songs about the stars.',
  'Bishop Anselm completed the bronze bells of the chapel in 1776.',
  ...CARVED,
].join('\n\n');

async function deckOf(options: JudgeOptions = {}, kinds?: readonly 'order'[]): ReturnType<typeof makeDeck> {
  return makeDeck(
    readArticle('chronicle.md', CHRONICLE),
    { tag: await loadTagger(), judge: createKindJudge(options) },
    kinds ? { kinds } : {},
  );
}

describe('what came first in a deck', () => {
  it('has every sentence once, is fair, and is no more than a sixth of it', async () => {
    const { cards } = await deckOf();
    const order = cards.map(({ card }) => card).filter(({ kind }) => kind === 'order');
    expect(order.length).toBeGreaterThan(0);
    expect(order.length).toBeLessThanOrEqual(cards.length / 6);
    const sentences = order.flatMap(({ quotation, later }) => [quotation.start, later?.quotation.start]);
    expect(new Set(sentences).size).toBe(2 * order.length);
    for (const card of order) expectFairCard(card, readArticle('chronicle.md', CHRONICLE));
    expect(new Set(cards.map(({ card }) => card.id)).size).toBe(cards.length);
  });

  it('is the whole deck where nothing else is wanted, every sentence once', async () => {
    const { cards } = await deckOf({}, ['order']);
    expect(cards).toHaveLength(3);
    expect(new Set(cards.map(({ card }) => card.kind))).toEqual(new Set(['order']));
  });

  it('is not asked of a sentence that the judge does not find again', async () => {
    const { text } = readArticle('chronicle.md', CHRONICLE);
    const lost = text.indexOf('In 1740');
    const { cards } = await deckOf(
      { verdict: ({ sentence }) => (sentence.start === lost ? { found: [] } : {}) },
      ['order'],
    );
    expect(cards).toHaveLength(3);
    const starts = cards.flatMap(({ card }) => [card.quotation.start, card.later?.quotation.start]);
    expect(starts).not.toContain(lost);
  });
});
