import { couldBeThatPerson } from './is-like-person.ts';
import { isOfTheTime } from './is-of-the-time.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

/** Characters that a short paragraph or two have. */
const NEARBY = 400;

/**
 * Whether somebody who did not read could take it for the answer. A name stands nearby, or more than once in the article
 * and there beside the answer, too; a date is of the age that the sentence speaks of.
 */
export function isPlausible(other: Mention, answer: Mention, unit: Unit, material: Material): boolean {
  if (answer.type === 'date') return isOfTheTime(other, answer, unit, material);
  if (answer.type === 'term') return fitsArticle(other, answer, material) && isPlausibleTerm(other, answer);
  if (answer.type !== 'person' && answer.type !== 'place') return true;
  const sentences = material.sentencesWith(other.key);
  if (answer.type === 'person' && !couldBeThatPerson(other, answer, unit, material)) return false;
  const places = sentences.map(({ paragraph }) => paragraph);
  if (places.some((paragraph) => Math.abs(paragraph - unit.paragraph) <= 1)) return true;
  // The items of a list are paragraphs, too.
  if (sentences.some(({ start, end }) => Math.max(start - unit.end, unit.start - end) <= NEARBY)) return true;
  const own = new Set(material.sentencesWith(answer.key).map(({ paragraph }) => paragraph));
  return places.length > 1 && places.some((paragraph) => own.has(paragraph));
}

/** After 'a' or 'an' only what the text says that of somewhere: 'a deflection' is never 'a checking'. */
function fitsArticle(other: Mention, answer: Mention, { text: { article } }: Material): boolean {
  if (!/\ban? ["“‘]?$/iu.test(article.text.slice(Math.max(0, answer.start - 4), answer.start))) return true;
  const text = article.text.toLowerCase();
  return ['a', 'an'].some((word) => text.includes(` ${word} ${other.text.toLowerCase()}`));
}

/** Characters of a page or two. */
const SAME_PAGE = 4000;

/** Of one make, 'conductive cooling' beside 'adiabatic cooling', or told of on the same page. */
function isPlausibleTerm(other: Mention, answer: Mention): boolean {
  if (answer.family.startsWith('event:')) return true;
  const [a, b] = [other.text.toLowerCase().split(/[ -]/u), answer.text.toLowerCase().split(/[ -]/u)];
  if (Math.abs(a.length - b.length) > 1) return false;
  const [last = '', own = ''] = [a.at(-1), b.at(-1)];
  const isAlike = last.slice(-SUFFIX) === own.slice(-SUFFIX) && own.length >= SUFFIX;
  return isAlike || (other.weight > 0 && Math.abs(other.start - answer.start) <= SAME_PAGE);
}

/** Letters at the end of a word that make it one of a kind: '-genesis', '-lipids'. */
const SUFFIX = 5;
