import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

/** What may stand between 'by' and a year. */
const PART_OF =
  '(?:(?:at least|the|end|beginning|start|spring|summer|autumn|fall|winter|middle|of|early|mid|late|about|around)[ -])*$';
/** What is so by 1944 is so by 1949, too: only earlier is wrong. */
const BOUND_BELOW = new RegExp(`\\b(?:by|since|from|ever since) ${PART_OF}`, 'iu');
const BOUND_ABOVE = new RegExp(`\\b(?:until|till) ${PART_OF}`, 'iu');
/** 'around 1900': 1897 would do. */
const ROUGHLY = /\b(?:around|about|circa|c\.) $/iu;
/** More than 400 is more than 200, too. */
const AT_LEAST =
  /\b(?:(?:more|greater|larger|longer|higher) than|over|at least|above|exceed(?:s|ed|ing)?|no (?:fewer|less) than|upwards of|minimum of) \p{Sc}?$/iu;
const AT_MOST =
  /\b(?:(?:fewer|less|lower|smaller|shorter) than|under|below|up to|at most|no more than|maximum of|within) \p{Sc}?$/iu;

/** Whether a date or a number in the answer's place is plainly wrong: what stands before it does not let it stay true. */
export function isWrongThere(other: Mention, answer: Mention, unit: Unit, material: Material): boolean {
  if (other.value === undefined || answer.value === undefined) return true;
  const before = material.text.article.text.slice(unit.start, answer.start);
  const isMore = other.value > answer.value;
  const [needsMore, needsLess] = answer.type === 'date' ? [BOUND_ABOVE, BOUND_BELOW] : [AT_LEAST, AT_MOST];
  if ((needsMore.test(before) && !isMore) || (needsLess.test(before) && isMore)) return false;
  if (answer.type === 'date' && ROUGHLY.test(before) && Math.abs(other.value - answer.value) < 10)
    return false;
  return (
    answer.type !== 'date' || (isNearby(other, answer, unit) && !areSaidTogether(other, answer, material))
  );
}

/** Years that a choice may be off, where the answer is of our time and where it is not. */
const RECENT = 1850;
const OFF_RECENT = 50;
/** Years that a choice may lie farther from another date of the sentence than the answer does. */
const SLACK = 5;

/** Not far off, and on the side of the sentence's other dates on which the answer lies, about as near to them. */
function isNearby({ value = 0 }: Mention, answer: Mention, { text }: Unit): boolean {
  const own = answer.value ?? 0;
  if (own >= RECENT && Math.abs(value - own) > OFF_RECENT) return false;
  const shown = text.replaceAll(answer.text, ' ').match(/(?<![\d.,])(?:1\d{3}|20\d{2})(?!\d|[.,]\d)/gu) ?? [];
  const others = shown.map(Number).filter((year) => Math.floor(own) !== year);
  if (others.some((year) => Math.sign(value - year) !== Math.sign(own - year))) return false;
  const nearest = others.sort((a, b) => Math.abs(own - a) - Math.abs(own - b))[0];
  if (nearest === undefined) return true;
  const distance = Math.abs(own - nearest);
  return Math.abs(value - nearest) <= Math.max(2 * distance, distance + SLACK);
}

/** Characters between '1950s' and '1960s' where the article speaks of both in one breath. */
const BREATH = 24;

function areSaidTogether(other: Mention, answer: Mention, { inFamily }: Material): boolean {
  const family = inFamily(answer.family);
  const answers = family.filter(({ key }) => key === answer.key);
  return family
    .filter(({ key }) => key === other.key)
    .some(({ start, end, paragraph }) =>
      answers.some(
        (one) => one.paragraph === paragraph && Math.max(start - one.end, one.start - end) <= BREATH,
      ),
    );
}
