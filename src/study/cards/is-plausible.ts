import type { StudySentence } from './analyse-article.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

const NAMED: readonly Mention['type'][] = ['person', 'place', 'organisation'];

/** Characters that a short paragraph or two have. */
const NEARBY = 400;

/**
 * Whether somebody who did not read could take it for the answer. A name stands nearby, or more than once in the article
 * and there beside the answer, too; a date is of the age that the sentence speaks of.
 */
export function isPlausible(other: Mention, answer: Mention, unit: Unit, material: Material): boolean {
  if (answer.type === 'date') return isPlausibleDate(other, answer, unit, material);
  if (answer.type !== 'person' && answer.type !== 'place') return true;
  const sentences = material.sentencesWith(other.key);
  if (answer.type === 'person' && !sharesName(sentences, answer, unit, material)) return false;
  const places = sentences.map(({ paragraph }) => paragraph);
  if (places.some((paragraph) => Math.abs(paragraph - unit.paragraph) <= 1)) return true;
  // The items of a list are paragraphs, too.
  if (sentences.some(({ start, end }) => Math.max(start - unit.end, unit.start - end) <= NEARBY)) return true;
  const own = new Set(material.sentencesWith(answer.key).map(({ paragraph }) => paragraph));
  return places.length > 1 && places.some((paragraph) => own.has(paragraph));
}

/** Years that a decade may lie from the one that is asked for: the sentence mostly tells the age. */
const DECADES_APART = 20;

/** A sentence that names its century leaves no year of another. */
function isPlausibleDate(
  { value = 0, family }: Mention,
  answer: Mention,
  { sentence }: Unit,
  { mentionsIn }: Material,
): boolean {
  if (family === 'date:decade' && Math.abs(value - (answer.value ?? 0)) > DECADES_APART) return false;
  return mentionsIn(sentence)
    .filter((mention) => mention.family === 'date:century' && mention.key !== answer.key)
    .every(({ value: from = 0 }) => value >= from && value < from + 100);
}

/** A poet is no choice for who ruled a country: where names stand beside the blank, one of them stands beside the other, too. */
function sharesName(
  sentences: readonly StudySentence[],
  answer: Mention,
  { sentence }: Unit,
  { mentionsIn }: Material,
): boolean {
  const namesOf = (within: StudySentence): readonly string[] =>
    mentionsIn(within)
      .filter(
        ({ key, type, family }) =>
          key !== answer.key && (NAMED.includes(type) || family.startsWith('event:')),
      )
      .map(({ key }) => key);
  const beside = namesOf(sentence);
  return beside.length === 0 || sentences.some((other) => namesOf(other).some((key) => beside.includes(key)));
}
