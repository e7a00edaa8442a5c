import type { DatasetQuestion } from './read-dataset.ts';

/** Two thirds of a practice set to fit on, and the third that is looked at once, before a release. */
export const PARTS = ['fit', 'look'] as const;
/** `fit` may be fitted on, `look` is kept aside for one look before a release. */
export type Part = (typeof PARTS)[number];

/** All questions of one article fall into the same part; those of no article by their own id. */
export function partOf({ id, within, gold }: DatasetQuestion): Part {
  return hash(gold?.article ?? within ?? id) % 3 === 0 ? 'look' : 'fit';
}

/** FNV-1a over the low bytes of the characters (http://www.isthe.com/chongo/tech/comp/fnv/), 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text)
    value = Math.imul(value ^ ((character.codePointAt(0) ?? 0) & 0xff), 0x01000193) >>> 0;
  return value;
}
