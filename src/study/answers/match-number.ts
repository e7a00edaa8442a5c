import type { Verdict } from '../../domain/quiz.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import type { AnswerKey } from './answer-key.ts';
import type { AnswerToken } from './fold-answer.ts';
import { foldAnswer } from './fold-answer.ts';

/** Off by no more than this is told to be almost right. */
const CLOSE = 0.05;

/**
 * The same numbers in the same order are right, with the unit or without it; near when the unit is another one, when a
 * word was added that the sentence does not have, or when a single number is off by at most 5 in 100.
 * Undefined when the answer has no number.
 */
export function matchNumber(typed: string, key: AnswerKey): Verdict | undefined {
  const right = numbersOf(foldAnswer(key.text));
  if (right.length === 0) return undefined;
  const tokens = foldAnswer(typed);
  const given = numbersOf(tokens);
  const isEqual = given.length === right.length && given.every((value, index) => value === right[index]);
  if (isEqual) return fitsSentence(tokens, key) ? 'right' : 'near';
  const [first, second] = given;
  const [asked] = right;
  if (first === undefined || second !== undefined || asked === undefined || right.length > 1) return 'wrong';
  return asked >= 20 && Math.abs(first - asked) <= CLOSE * asked ? 'near' : 'wrong';
}

function numbersOf(tokens: readonly AnswerToken[]): readonly number[] {
  return tokens.flatMap(({ number }) => (number === undefined ? [] : [number]));
}

/** Whether unit and other words that were typed with the number are the answer's, or at least its sentence's. */
function fitsSentence(typed: readonly AnswerToken[], { text, sentence }: AnswerKey): boolean {
  const known = new Set([...foldAnswer(text), ...foldAnswer(sentence)].map(({ form }) => form));
  const stems = new Set(analyseTerms(sentence).map(({ stem }) => stem));
  return typed.every(
    ({ form, number }) =>
      number !== undefined || known.has(form) || analyseTerms(form).every(({ stem }) => stems.has(stem)),
  );
}
