import type { Verdict } from '../../domain/quiz.ts';
import type { LooseDate } from './read-loose-date.ts';
import { readLooseDate } from './read-loose-date.ts';

const PARTS = ['year', 'month', 'day', 'decade', 'century'] as const;

/**
 * Right when all that the answer says was said too, in whatever form; near when what was said agrees as far as it goes,
 * or goes further than the answer. Undefined when one of the two is no date.
 */
export function matchDate(typed: string, answer: string): Verdict | undefined {
  const meant = readLooseDate(answer);
  const given = readLooseDate(typed);
  if (meant.length === 0 || given.length === 0) return undefined;
  const verdicts = given.flatMap((date) => meant.map((right) => compare(date, right)));
  return (['right', 'near'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'wrong';
}

function compare(given: LooseDate, right: LooseDate): Verdict {
  const shared = PARTS.filter((part) => given[part] !== undefined && right[part] !== undefined);
  if (shared.length === 0) return isWithin(given, right) ? 'near' : 'wrong';
  if (shared.some((part) => !isSame(part, given[part], right[part]))) return 'wrong';
  return PARTS.every((part) => (given[part] === undefined) === (right[part] === undefined))
    ? 'right'
    : 'near';
}

/** '98' says 1998 where 1998 is the answer, and 'the nineties' the 1990s. */
function isSame(part: (typeof PARTS)[number], given = 0, right = 0): boolean {
  if (given === right) return true;
  return (part === 'year' || part === 'decade') && given < 100 && right % 100 === given;
}

/** A year inside the decade or century that is asked for, or the other way round. */
function isWithin(a: LooseDate, b: LooseDate): boolean {
  return [
    [a, b],
    [b, a],
  ].some(
    ([fine, coarse]) =>
      fine?.year !== undefined &&
      coarse !== undefined &&
      ((coarse.decade !== undefined && Math.floor(fine.year / 10) * 10 === coarse.decade) ||
        (coarse.century !== undefined && Math.ceil(fine.year / 100) === coarse.century)),
  );
}
