import type { Verdict } from '../../domain/quiz.ts';
import type { AnswerKey } from './answer-key.ts';
import { answerVariants } from './fold-answer.ts';
import { matchDate } from './match-date.ts';
import { matchName } from './match-name.ts';
import { matchNumber } from './match-number.ts';
import { matchWords } from './match-words.ts';

/** Longer is no answer; the modal takes no more either. */
export const MAX_TYPED_CHARACTERS = 100;

/** What the reader points at as the answer in the card's sentence; undefined when it points at nothing there. */
export type SecondOpinion = () => Promise<string | undefined>;

/** How near a typed answer is to the right one, by rules alone. */
export function matchAnswer(typed: string, key: AnswerKey): Verdict {
  if (typed.length > MAX_TYPED_CHARACTERS) return 'wrong';
  const verdicts = answerVariants(typed).map((variant) => matchVariant(variant, key));
  return (['right', 'near'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'wrong';
}

function matchVariant(typed: string, key: AnswerKey): Verdict {
  switch (key.type) {
    case 'date':
      return matchDate(typed, key.text) ?? matchWords(typed, key);
    case 'number':
      return matchNumber(typed, key) ?? matchWords(typed, key);
    case 'person':
    case 'place':
    case 'organisation':
      return matchName(typed, key) ?? matchWords(typed, key);
    case 'term':
      return matchWords(typed, key);
  }
}

/**
 * As `matchAnswer`, and where that does not say right, the reader is asked: whoever typed what it points at, in words
 * that hold the answer or are held by it, is right as well.
 */
export async function judgeAnswer(
  typed: string,
  key: AnswerKey,
  secondOpinion?: SecondOpinion,
): Promise<Verdict> {
  const verdict = matchAnswer(typed, key);
  if (verdict === 'right' || !secondOpinion) return verdict;
  const pointed = await secondOpinion();
  if (pointed === undefined || !(pointed.includes(key.text) || key.text.includes(pointed))) return verdict;
  return matchAnswer(typed, { ...key, text: pointed }) === 'right' ? 'right' : verdict;
}
