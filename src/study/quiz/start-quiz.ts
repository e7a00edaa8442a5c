import type { Card } from '../../domain/card.ts';
import type { Quiz, QuizOption, QuizRound } from '../../domain/quiz.ts';
import { createRandom } from '../../domain/seeded-random.ts';
import { shuffle } from './choose-rounds.ts';

/** Wrong options beside the right one. */
const DISTRACTORS = 3;

type QuizFrame = Pick<Quiz, 'id' | 'hostId' | 'articleId' | 'mode' | 'seconds' | 'seed'>;

/**
 * The first round of a quiz on these cards (of `chooseRounds`, or those that were missed), being asked.
 * @throws RangeError without a card
 */
export function startQuiz(frame: QuizFrame, cards: readonly Card[], now: number): Quiz {
  if (cards.length === 0) throw new RangeError('A quiz needs a card.');
  const random = createRandom(frame.seed);
  const rounds = cards.map((card) =>
    // What came first is pressed in either mode: there is nothing to spell.
    frame.mode === 'type' && card.kind !== 'order' ? askToType(card) : deal(card, random),
  );
  return {
    ...frame,
    rounds: rounds.map((round, index) => (index === 0 ? { ...round, askedAt: now } : round)),
    current: 0,
    phase: 'asking',
    startedAt: now,
  };
}

function askToType(card: Card): QuizRound {
  return { card, options: [], swapped: false, answers: [] };
}

/** Always in this order: a reader of ten rounds need not look twice. */
const PAIRS = {
  altered: [{ kind: 'true' }, { kind: 'altered' }],
  order: [{ kind: 'first' }, { kind: 'second' }],
} as const satisfies Partial<Record<Card['kind'], readonly QuizOption[]>>;

function deal(card: Card, random: () => number): QuizRound {
  if (card.kind === 'altered' || card.kind === 'order') {
    const swapped = (card.swap ?? card.later) !== undefined && random() < 0.5;
    return { card, options: PAIRS[card.kind], rightOption: swapped ? 1 : 0, swapped, answers: [] };
  }
  const words = shuffle([card.answer, ...card.distractors.slice(0, DISTRACTORS)], random);
  return {
    card,
    options: words.map((option) => ({ kind: 'words', words: option })),
    rightOption: words.indexOf(card.answer),
    swapped: false,
    answers: [],
  };
}
