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
  const rounds = cards.map((card) => (frame.mode === 'type' ? askToType(card) : deal(card, random)));
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

function deal(card: Card, random: () => number): QuizRound {
  if (card.kind === 'altered') {
    const swapped = card.swap !== undefined && random() < 0.5;
    // Always in this order: a reader of ten rounds need not look twice.
    const options: readonly QuizOption[] = [{ kind: 'true' }, { kind: 'altered' }];
    return { card, options, rightOption: swapped ? 1 : 0, swapped, answers: [] };
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
