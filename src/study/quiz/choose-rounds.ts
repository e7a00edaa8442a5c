import { passagesOf } from '../../domain/card.ts';
import type { Card, CardPassage } from '../../domain/card.ts';
import type { QuizMode } from '../../domain/quiz.ts';
import { createRandom } from '../../domain/seeded-random.ts';
import { overlaps } from '../../domain/span.ts';

/** How much less a card is worth for each card of its kind that is in already. */
const SAMENESS = 0.25;
/** How far chance may lift a card, so that two quizzes on one article differ. */
const CHANCE = 0.5;

/** Whether a card can be asked in this way: in words there has to be something to type, in buttons something to choose from; what came first is pressed in both. */
function isPlayable(card: Card, mode: QuizMode): boolean {
  if (card.kind === 'order') return card.later !== undefined;
  if (card.kind === 'altered') return mode === 'choice' && card.swap !== undefined;
  return mode === 'type' || card.distractors.length > 0;
}

/**
 * Up to `count` cards for a quiz, in reading order of chance: one from each stretch of the article, of mixed kinds, and
 * never two on one sentence or with one answer. Fewer where there are no more.
 */
export function chooseRounds(
  cards: readonly Card[],
  { count, mode, seed }: { readonly count: number; readonly mode: QuizMode; readonly seed: number },
): readonly Card[] {
  const random = createRandom(seed);
  const pool = cards
    .filter((card) => isPlayable(card, mode))
    .map((card) => ({ card, appeal: card.worth + CHANCE * random() }));
  const chosen: Card[] = [];
  const take = (among: readonly (typeof pool)[number][]): void => {
    const open = among.filter(({ card }) => !chosen.some((other) => collides(card, other)));
    const best = open.reduce<(typeof pool)[number] | undefined>(
      (top, next) => (top && rate(top, chosen) >= rate(next, chosen) ? top : next),
      undefined,
    );
    if (best) chosen.push(best.card);
  };
  for (const stretch of cutInStretches(pool, count)) take(stretch);
  // A stretch may hold nothing new: the rest of the article stands in.
  for (let left = count - chosen.length; left > 0; left -= 1) take(pool);
  return shuffle(chosen, random);
}

function rate(
  { card, appeal }: { readonly card: Card; readonly appeal: number },
  chosen: readonly Card[],
): number {
  return appeal - SAMENESS * chosen.filter(({ kind }) => kind === card.kind).length;
}

function cutInStretches<Entry extends { readonly card: Card }>(
  pool: readonly Entry[],
  count: number,
): readonly (readonly Entry[])[] {
  const end = Math.max(1, ...pool.map(({ card }) => card.quotation.start + 1));
  return Array.from({ length: count }, (_, index) =>
    pool.filter(({ card }) => Math.floor((card.quotation.start * count) / end) === index),
  );
}

function collides(card: Card, other: Card): boolean {
  if (card.quotation.articleId !== other.quotation.articleId) return false;
  return passagesOf(card).some((one) => passagesOf(other).some((another) => tellOfEachOther(one, another)));
}

function tellOfEachOther(one: CardPassage, other: CardPassage): boolean {
  return (
    overlaps(one.quotation, other.quotation) ||
    overlaps(one.quotation, other.answer) ||
    overlaps(one.answer, other.quotation) ||
    one.answer.text.toLowerCase() === other.answer.text.toLowerCase()
  );
}

/** A new list in an order of chance (Fisher and Yates). */
export function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}
