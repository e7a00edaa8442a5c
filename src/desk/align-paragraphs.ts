import { diffArrays } from 'diff';
import type { Article, ParagraphBlock } from '../domain/article.ts';
import { paragraphsOf } from '../domain/article.ts';
import type { Side } from './measure-likeness.ts';
import { measureLikeness } from './measure-likeness.ts';

/** A paragraph of the older edition beside that of the newer one; absent where the other side has none. */
export interface AlignedParagraph {
  readonly kind: 'same' | 'moved' | 'changed' | 'removed' | 'added';
  readonly from?: ParagraphBlock;
  readonly to?: ParagraphBlock;
}

/** The share of words that a paragraph must keep to be one that was changed: at its place, and anywhere else. */
const ALIKE = { atItsPlace: 0.5, elsewhere: 0.75 } as const;
/** Two large texts without much in common are not worth more. Milliseconds. */
const TIMEOUT_MS = 250;

/** Lays the paragraphs of two editions side by side, each once. */
export function alignParagraphs(older: Article, newer: Article): readonly AlignedParagraph[] {
  const [from, to] = [sidesOf(older), sidesOf(newer)];
  const changes = diffArrays([...from], [...to], {
    comparator: (left, right) => left.text === right.text,
    timeout: TIMEOUT_MS,
  }) ?? [
    { removed: true, added: false, count: from.length },
    { removed: false, added: true, count: to.length },
  ];
  const pairs: Pair[] = [];
  let [atFrom, atTo] = [0, 0];
  let gone: readonly Side[] = [];
  let came: readonly Side[] = [];
  const settle = (): void => {
    pairs.push(...pairInOrder(gone, came));
    [gone, came] = [[], []];
  };
  for (const { removed, added, count } of changes) {
    const left = added ? [] : from.slice(atFrom, (atFrom += count));
    const right = removed ? [] : to.slice(atTo, (atTo += count));
    if (removed) gone = [...gone, ...left];
    else if (added) came = [...came, ...right];
    else {
      settle();
      pairs.push(...left.map((side, index) => ({ from: side, to: right[index] })));
    }
  }
  settle();
  return pairLeftOver(pairs).map(describePair);
}

/** At least one side is there. */
interface Pair {
  readonly from?: Side | undefined;
  readonly to?: Side | undefined;
  /** Across others that stayed. */
  readonly isMoved?: boolean;
}

function sidesOf(article: Article): readonly Side[] {
  return paragraphsOf(article).map((block) => ({ block, text: article.text.slice(block.start, block.end) }));
}

function describePair({ from, to, isMoved = false }: Pair): AlignedParagraph {
  if (!from || !to) {
    return from ? { kind: 'removed', from: from.block } : { kind: 'added', ...(to && { to: to.block }) };
  }
  const kind = from.text !== to.text ? 'changed' : isMoved ? 'moved' : 'same';
  return { kind, from: from.block, to: to.block };
}

/** Between two paragraphs that stayed: in their order, so that together the pairs have the most words in common. */
function pairInOrder(gone: readonly Side[], came: readonly Side[]): readonly Pair[] {
  const share = measureLikeness(gone, came);
  if (!share) return [...gone.map((from) => ({ from })), ...came.map((to) => ({ to }))];
  const likeness = (i: number, j: number): number => {
    const alike = share(i, j);
    return alike >= ALIKE.atItsPlace ? alike : 0;
  };
  const width = came.length + 1;
  const best = new Float64Array((gone.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = 1; i <= gone.length; i += 1)
    for (let j = 1; j < width; j += 1)
      best[i * width + j] = Math.max(at(i - 1, j), at(i, j - 1), at(i - 1, j - 1) + likeness(i - 1, j - 1));
  const pairs: Pair[] = [];
  let [i, j] = [gone.length, came.length];
  while (i > 0 || j > 0) {
    const alike = i > 0 && j > 0 ? likeness(i - 1, j - 1) : 0;
    if (alike > 0 && at(i, j) === at(i - 1, j - 1) + alike) pairs.push({ from: gone[--i], to: came[--j] });
    else if (j > 0 && at(i, j) === at(i, j - 1)) pairs.push({ to: came[--j] });
    else pairs.push({ from: gone[--i] });
  }
  return pairs.reverse();
}

/** One that went from one place and came at another, where each is what the other is most like and nothing else is. */
function pairLeftOver(pairs: readonly Pair[]): readonly Pair[] {
  const gone = pairs.flatMap(({ from, to }) => (from && !to ? from : []));
  const came = pairs.flatMap(({ from, to }) => (to && !from ? to : []));
  const likeness = measureLikeness(gone, came);
  if (!likeness) return pairs;
  const [forth, back] = [
    gone.map((_, i) => onlyBest(came.length, (j) => likeness(i, j))),
    came.map((_, j) => onlyBest(gone.length, (i) => likeness(i, j))),
  ];
  const target = new Map<Side, Side>();
  forth.forEach((j, i) => {
    const [from, to] = [gone[i], j === undefined ? undefined : came[j]];
    if (from && to && j !== undefined && back[j] === i) target.set(from, to);
  });
  const taken = new Set(target.values());
  return pairs.flatMap((pair): readonly Pair[] => {
    if (pair.to && !pair.from && taken.has(pair.to)) return [];
    const to = pair.from && !pair.to ? target.get(pair.from) : undefined;
    return [to ? { ...pair, to, isMoved: true } : pair];
  });
}

/** The index of the greatest value that is alike at all; undefined where two are as great. */
function onlyBest(count: number, valueOf: (index: number) => number): number | undefined {
  let best: number | undefined;
  let greatest = 0;
  for (let index = 0; index < count; index += 1) {
    const value = valueOf(index);
    if (value === greatest) best = undefined;
    if (value <= greatest || value < ALIKE.elsewhere) continue;
    greatest = value;
    best = index;
  }
  return best;
}
