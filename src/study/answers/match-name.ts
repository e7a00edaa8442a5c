import type { Verdict } from '../../domain/quiz.ts';
import type { AnswerKey } from './answer-key.ts';
import { foldAnswer } from './fold-answer.ts';

const TITLES = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady president minister general king queen pope saint st jr sr'.split(
    ' ',
  ),
);

/**
 * Forms of naming the same one: a last part that no other name in the article ends with (Calder for Ruth Calder), an
 * initial (R. Calder), the whole name where the answer is its last part, initials of an organisation or place (UN).
 * A part that several share, or a first name, is near. Undefined where none of this applies.
 */
export function matchName(typed: string, key: AnswerKey): Verdict | undefined {
  const given = partsOf(typed);
  const right = partsOf(key.text);
  const others = key.others.map(partsOf).filter((other) => !isSame(other, right));
  if (given.length === 0 || right.length === 0) return undefined;
  if (isSame(given, right)) return 'right';
  if (others.some((other) => isSame(other, given)) && !endsWith(given, right)) return undefined;
  if (key.type === 'person') return matchPerson(given, right, others);
  if (given.length !== right.length && abbreviates(given, right)) return 'right';
  return undefined;
}

function matchPerson(
  given: readonly string[],
  right: readonly string[],
  others: readonly (readonly string[])[],
): Verdict | undefined {
  if (endsWith(right, given)) return others.some((other) => endsWith(other, given)) ? 'near' : 'right';
  if (endsWith(given, right)) return others.some((other) => isSame(other, given)) ? 'right' : 'near';
  const withInitials =
    given.length === right.length && given.every((part, at) => isPartOrInitial(part, right[at]));
  if (withInitials) return 'right';
  return given.length === 1 && right.length > 1 && right[0] === given[0] ? 'near' : undefined;
}

function partsOf(name: string): readonly string[] {
  return foldAnswer(name)
    .map(({ form }) => form)
    .filter((part) => !TITLES.has(part));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  // Spaces come and go: Jong Un, Jong-un, Jongun.
  return a.join('') === b.join('');
}

function endsWith(name: readonly string[], end: readonly string[]): boolean {
  return (
    end.length > 0 && end.length < name.length && end.every((part, at) => part === name.at(at - end.length))
  );
}

function isPartOrInitial(part: string, right = ''): boolean {
  return part === right || (part.length === 1 && right.startsWith(part));
}

/** UN for United Nations, and the other way round; joining words may be left out of the letters. */
function abbreviates(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const [letters] = short;
  if (short.length !== 1 || letters === undefined || letters.length < 2) return false;
  const initials = (parts: readonly string[]): string => parts.map((part) => part.charAt(0)).join('');
  return (
    letters === initials(long) ||
    letters === initials(long.filter((part) => !/^(?:of|for|and|in|on)$/u.test(part)))
  );
}
