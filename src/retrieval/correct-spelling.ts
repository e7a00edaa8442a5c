import { distance } from 'fastest-levenshtein';
import { foldWord } from '../text/analyse-terms.ts';

/** Shorter words have too many neighbours to guess from. */
const MIN_LENGTH = 4;
/** From this length on, two edits are taken for a typo; below it one. */
const TWO_EDITS_FROM = 8;

/**
 * The word of the vocabulary that `word` is most likely a typo of: same first letter, one edit or two
 * neighbouring letters swapped (two edits from 8 letters on). Undefined when there is none.
 */
export function correctSpelling(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  const folded = foldWord(word);
  if (folded.length < MIN_LENGTH || /\p{N}/u.test(folded) || vocabulary.has(folded)) return undefined;
  const limit = folded.length >= TWO_EDITS_FROM ? 2 : 1;
  let best: { readonly word: string; readonly edits: number } | undefined;
  for (const candidate of vocabulary) {
    if (candidate[0] !== folded[0] || Math.abs(candidate.length - folded.length) > limit) continue;
    const edits = isSwap(folded, candidate) ? 1 : distance(folded, candidate);
    if (edits <= limit && (!best || edits < best.edits)) best = { word: candidate, edits };
  }
  return best?.word;
}

/** Whether the two differ by two neighbouring letters in the other order: 'Puitn', 'Putin'. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = Array.from(a).findIndex((letter, i) => letter !== b[i]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
