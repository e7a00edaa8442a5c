import { distance } from 'fastest-levenshtein';
import type { Verdict } from '../../domain/quiz.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import type { AnswerKey } from './answer-key.ts';
import { foldAnswer } from './fold-answer.ts';

/** Letters from which a word may have a typo and still be taken for right. */
const LONG_WORD = 6;
/** Words of the sentence that may be typed beside the answer; more, and it is no answer but a copy. */
const EXTRA_WORDS = 3;

/**
 * Word by word: the same words, endings apart where they are no names, with at most one typo in a long word, are right,
 * with a few of the sentence's other words or without them. Two typos, or the better half of the words, are near.
 */
export function matchWords(typed: string, key: AnswerKey): Verdict {
  const given = formsOf(typed);
  const right = formsOf(key.text);
  if (given.length === 0 || right.length === 0) return 'wrong';
  const mistakes = countTypos(given, right, key);
  const rival = nearestRival(given, right, key);
  if (rival < (mistakes ?? Infinity) || rival === 0) return 'wrong';
  if (mistakes !== undefined && mistakes <= 2) return mistakes <= 1 && rival > mistakes ? 'right' : 'near';
  const rest = leaveOut(given, right);
  // Two numbers are two answers.
  if (rest?.some((form) => form.startsWith('#'))) return 'wrong';
  if (rest) return rest.length <= EXTRA_WORDS && areInSentence(rest, key) ? 'right' : 'near';
  const known = given.filter((form) => right.includes(form));
  return known.length === given.length && known.length * 2 >= right.length ? 'near' : 'wrong';
}

function formsOf(text: string): readonly string[] {
  return foldAnswer(text).map(({ form }) => form);
}

/** Typos over all words; undefined where the words are others, or too short for a typo. */
function countTypos(
  given: readonly string[],
  right: readonly string[],
  { type }: AnswerKey,
): number | undefined {
  if (given.join('') === right.join('')) return 0;
  if (given.length !== right.length) return undefined;
  let typos = 0;
  for (const [at, form] of given.entries()) {
    const wanted = right[at] ?? '';
    if (form === wanted || (type === 'term' && stemOf(form) === stemOf(wanted))) continue;
    if (wanted.startsWith('#') || form.startsWith('#')) return undefined;
    const mistakes = typosBetween(form, wanted);
    if (wanted.length < LONG_WORD || mistakes > 2) return undefined;
    typos += mistakes;
  }
  return typos;
}

/** Two neighbours in the wrong order are one typo, as people make them. */
function typosBetween(a: string, b: string): number {
  const at = Array.from(a).findIndex((letter, index) => letter !== b[index]);
  const swapped = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return swapped === b ? 1 : distance(a, b);
}

function stemOf(form: string): string {
  return analyseTerms(form)[0]?.stem ?? form;
}

/** Typos between what was typed and the nearest other term of the article; 0 also where that is listed with others. */
function nearestRival(given: readonly string[], right: readonly string[], key: AnswerKey): number {
  const rivals = key.others
    .map(formsOf)
    // A term inside the answer is no rival: Calder is in Ruth Calder.
    .filter((other) => other.length > 0 && !leaveOut(right, other));
  return rivals.reduce((least, other) => {
    if (leaveOut(given, other) && !leaveOut(other, right)) return 0;
    return Math.min(least, countTypos(given, other, key) ?? Infinity);
  }, Infinity);
}

/** The words beside `right` where all of it was typed in a row; undefined otherwise. */
function leaveOut(given: readonly string[], right: readonly string[]): readonly string[] | undefined {
  const at = given.findIndex((_, index) => right.every((form, offset) => given[index + offset] === form));
  return at < 0 ? undefined : given.toSpliced(at, right.length);
}

function areInSentence(forms: readonly string[], { sentence }: AnswerKey): boolean {
  const known = new Set(formsOf(sentence));
  return forms.every((form) => known.has(form));
}
