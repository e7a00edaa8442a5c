import type { Fidelity } from '../../domain/importing.ts';

/** Examples that are named. */
const MAX_EXAMPLES = 5;
/** Above this share of the words an import is worth a look. */
const TOLERATED_SHARE = 0.005;

export interface FidelityTexts {
  /** The source, read by other means than the importer's. */
  readonly source: string;
  readonly article: string;
  /** What was removed under a name. */
  readonly removed: readonly string[];
}

/**
 * Compares the words of a source with those of its article and of what was removed from it. Words that the article
 * has more often, such as the heads of a table's columns, do not count.
 */
export function measureFidelity({ source, article, removed }: FidelityTexts): Fidelity {
  const words = wordsOf(source);
  const kept = wordsOf(article);
  const surplus = countWords([...kept, ...removed.flatMap(wordsOf)]);
  for (const word of words) surplus.set(word, (surplus.get(word) ?? 0) - 1);
  const missing = findMissing(words, surplus);
  const { glued, split, examples, lost } = explain(words, missing, surplus);
  const moved = countMoved(words, kept);
  const faults = lost.length + glued + split + moved;
  const named = [...examples, ...lost.map((word) => `lost: ${word}`)].slice(0, MAX_EXAMPLES);
  const counts = { words: words.length, lost: lost.length, glued, split, moved };
  return {
    ...counts,
    examples: named,
    summary: describe(counts, named, faults),
    suspect: faults > Math.max(1, words.length * TOLERATED_SHARE),
  };
}

type Counts = Omit<Fidelity, 'examples' | 'summary' | 'suspect'>;

function describe(
  { words, lost, glued, split, moved }: Counts,
  examples: readonly string[],
  faults: number,
): string {
  const all = `${words.toLocaleString('en')} words of the source`;
  if (faults === 0) return `${all}, every one kept or named as removed.`;
  const parts = Object.entries({ lost, glued, split, moved }).filter(([, count]) => count > 0);
  const shown = examples.length === 0 ? '' : ` (${examples.join('; ')})`;
  return `${all}: ${parts.map(([name, count]) => `${count.toLocaleString('en')} ${name}`).join(', ')}${shown}.`;
}

/** Letters and digits, in lower case; ligatures and compatibility forms as letters. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .replaceAll('\u00ad', '')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Places in the source of words that the other side has too few of: the last ones of each word. */
function findMissing(words: readonly string[], surplus: ReadonlyMap<string, number>): ReadonlySet<number> {
  const missing = new Set<number>();
  const owed = new Map([...surplus].filter(([, count]) => count < 0));
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? '';
    const count = owed.get(word) ?? 0;
    if (count >= 0) continue;
    missing.add(at);
    owed.set(word, count + 1);
  }
  return missing;
}

interface Explained {
  readonly glued: number;
  readonly split: number;
  readonly examples: readonly string[];
  readonly lost: readonly string[];
}

/** What became of the missing words: part of a longer word, two shorter ones, or nothing. */
function explain(
  words: readonly string[],
  missing: ReadonlySet<number>,
  surplus: Map<string, number>,
): Explained {
  const examples: string[] = [];
  const lost: string[] = [];
  const gone = new Set<number>();
  const take = (word: string): boolean => {
    const count = surplus.get(word) ?? 0;
    if (count > 0) surplus.set(word, count - 1);
    return count > 0;
  };
  let glued = 0;
  let split = 0;
  for (const at of [...missing].sort((a, b) => a - b)) {
    if (gone.has(at)) continue;
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    const before = words[at - 1] ?? '';
    if (next !== '' && take(word + next)) {
      gone.add(at + 1);
      glued += 1;
      examples.push(`glued: ${word}${next}`);
    } else if (before !== '' && take(before + word)) {
      glued += 1;
      examples.push(`glued: ${before}${word}`);
    } else if (takeHalves(word, surplus)) {
      split += 1;
      examples.push(`split: ${word}`);
    } else lost.push(word);
  }
  return { glued, split, examples, lost };
}

function takeHalves(word: string, surplus: Map<string, number>): boolean {
  for (let cut = 1; cut < word.length; cut += 1) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    if ((surplus.get(left) ?? 0) <= 0 || (surplus.get(right) ?? 0) <= 0) continue;
    surplus.set(left, (surplus.get(left) ?? 0) - 1);
    surplus.set(right, (surplus.get(right) ?? 0) - 1);
    return true;
  }
  return false;
}

/** Words that occur once on each side and do not stand in the longest run of the same order. */
function countMoved(source: readonly string[], article: readonly string[]): number {
  const inSource = countWords(source);
  const inArticle = countWords(article);
  const place = new Map(source.map((word, at) => [word, at]));
  const order = article.flatMap((word) => {
    const at = place.get(word);
    return at !== undefined && inSource.get(word) === 1 && inArticle.get(word) === 1 ? [at] : [];
  });
  return order.length - longestIncreasing(order);
}

/** Length of the longest increasing subsequence, by patience sorting. */
function longestIncreasing(values: readonly number[]): number {
  const tops: number[] = [];
  for (const value of values) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] ?? Infinity) < value) low = middle + 1;
      else high = middle;
    }
    tops[low] = value;
  }
  return tops.length;
}
