import type { Word } from '../text/read-words.ts';

/** A word of one side beside that of the other; absent where the other side has none. */
export interface WordPair {
  readonly claimed?: Word | undefined;
  readonly actual?: Word | undefined;
}

/** The part of a text that comes nearest to what is claimed. */
export interface Alignment {
  /** What the changes cost together; 0 where nothing is changed. */
  readonly distance: number;
  /** Words that are the same. */
  readonly same: number;
  readonly pairs: readonly WordPair[];
}

/** How quotations go wrong, the likeliest least: a word is left out, another is put in its place, one is made up. */
const COST = { leftOut: 4, other: 5, madeUp: 6 } as const;

/**
 * Lays the claimed words along the part of the text where the fewest have to be changed: all of the claim, any run of
 * the text (Sellers 1980). Time and memory grow with the product of both lengths.
 */
export function alignWords(claimed: readonly Word[], actual: readonly Word[]): Alignment {
  const width = actual.length + 1;
  const costs = new Uint32Array((claimed.length + 1) * width);
  const cost = (i: number, j: number): number => costs[i * width + j] ?? 0;
  for (let i = 1; i <= claimed.length; i += 1) {
    costs[i * width] = i * COST.madeUp;
    for (let j = 1; j < width; j += 1) {
      costs[i * width + j] = Math.min(
        cost(i - 1, j - 1) + changeCost(i - 1, j - 1),
        cost(i - 1, j) + COST.madeUp,
        cost(i, j - 1) + COST.leftOut,
      );
    }
  }
  let end = 0;
  for (let j = 1; j < width; j += 1) if (cost(claimed.length, j) < cost(claimed.length, end)) end = j;
  const pairs: WordPair[] = [];
  let [i, j] = [claimed.length, end];
  while (i > 0) {
    const left = claimed[i - 1];
    const right = actual[j - 1];
    if (left && right && cost(i, j) === cost(i - 1, j - 1) + changeCost(i - 1, j - 1)) {
      pairs.unshift({ claimed: left, actual: right });
      [i, j] = [i - 1, j - 1];
    } else if (left && cost(i, j) === cost(i - 1, j) + COST.madeUp) {
      pairs.unshift({ claimed: left });
      i -= 1;
    } else {
      if (right) pairs.unshift({ actual: right });
      j -= 1;
    }
  }
  return { distance: cost(claimed.length, end), same: pairs.filter(isKept).length, pairs };

  function changeCost(left: number, right: number): number {
    const pair = { claimed: claimed[left], actual: actual[right] };
    return isSame(pair, left === 0) ? 0 : COST.other;
  }

  function isKept(pair: WordPair): boolean {
    return isSame(pair, pair.claimed === claimed[0]);
  }
}

/** Whether both sides have the word. */
export function isSame({ claimed, actual }: WordPair, isFirst: boolean): boolean {
  return claimed !== undefined && actual !== undefined && isEqual(claimed, actual, isFirst);
}

/** Capitals count, except that a quotation may begin with one inside a sentence of the text, or without one. */
function isEqual({ form: left }: Word, { form: right }: Word, isFirst: boolean): boolean {
  if (left === right) return true;
  return (
    isFirst &&
    left.slice(1) === right.slice(1) &&
    left.slice(0, 1).toLowerCase() === right.slice(0, 1).toLowerCase()
  );
}
