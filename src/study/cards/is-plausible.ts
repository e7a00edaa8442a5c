import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

/** Characters that a short paragraph or two have. */
const NEARBY = 400;

/**
 * Whether somebody who did not read could take the name for the answer: it stands nearby, or more than once in
 * the article and there beside the answer, too.
 */
export function isPlausible(other: Mention, answer: Mention, unit: Unit, material: Material): boolean {
  if (answer.type !== 'person' && answer.type !== 'place') return true;
  const sentences = material.sentencesWith(other.key);
  const places = sentences.map(({ paragraph }) => paragraph);
  if (places.some((paragraph) => Math.abs(paragraph - unit.paragraph) <= 1)) return true;
  // The items of a list are paragraphs, too.
  if (sentences.some(({ start, end }) => Math.max(start - unit.end, unit.start - end) <= NEARBY)) return true;
  const own = new Set(material.sentencesWith(answer.key).map(({ paragraph }) => paragraph));
  return places.length > 1 && places.some((paragraph) => own.has(paragraph));
}
