import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

/** Years that a decade may lie from the one that is asked for: the sentence mostly tells the age. */
const DECADES_APART = 20;
/** What there is every fourth year alone. */
const EVERY_FOURTH =
  /\bpresidential (?:elections?|candidate|nominee|politics)|candidate for President|\bOlympic|\bWorld Cup\b/iu;
/** Paragraphs before and after, whose dates are those of the same story. */
const AROUND = 2;

/**
 * Whether a date is of the time that the sentence speaks of: near the answer, or between the dates of the paragraphs
 * around it and not far off; of the century that the sentence names, and near the year in a name ('Windows 98').
 */
export function isOfTheTime(
  { value = 0, family }: Mention,
  answer: Mention,
  { sentence, paragraph, text }: Unit,
  { mentions, mentionsIn }: Material,
): boolean {
  const own = answer.value ?? 0;
  const apart = Math.abs(value - own);
  if (family === 'date:decade') return apart <= DECADES_APART && isOfCentury();
  const { near, far } = reachAt(own, family);
  if (apart > far || (EVERY_FOURTH.test(text) && (Math.floor(value) - Math.floor(own)) % 4 !== 0))
    return false;
  if (apart > near) {
    const around = mentions
      .filter(({ type, paragraph: other }) => type === 'date' && Math.abs(other - paragraph) <= AROUND)
      .flatMap(({ value: year, family: kind }) =>
        year === undefined || kind === 'date:century' ? [] : [year],
      );
    if (value < Math.min(...around) || value > Math.max(...around)) return false;
  }
  const inNames = Array.from(
    text.matchAll(/\p{Lu}[\p{L}.]+ ([789]\d)\b(?![.,%]?\d|%)/gu),
    ([, year]) => 1900 + Number(year),
  );
  return inNames.every((year) => value >= year && value <= year + far) && isOfCentury();

  function isOfCentury(): boolean {
    return mentionsIn(sentence)
      .filter((mention) => mention.family === 'date:century' && mention.key !== answer.key)
      .every(({ value: from = 0 }) => value >= from && value < from + 100);
  }
}

/** Years that a date may be off and still be taken for the right one: of our time, and of days, people know more. */
function reachAt(year: number, family: string): { readonly near: number; readonly far: number } {
  if (year < 1400) return { near: 25, far: 50 };
  if (year < 1700) return { near: 15, far: 35 };
  if (year < 1900) return { near: 8, far: 20 };
  return family === 'date:year' ? { near: 4, far: 12 } : { near: 2, far: 5 };
}
