/** What is grouped: a text, and its vector of length 1. */
export interface Groupable {
  readonly question: string;
  readonly vector: Float32Array;
}

/**
 * From which mean cosine between two groups of questions they are one, by MiniLM's vectors. `npm run choose-likeness`:
 * of the pairs of rewordings in tests/gaps .72 come together, and what else is put together among 210 everyday questions
 * on three articles is mostly about the same matter ('who won the great tea race', 'how long did it take').
 */
const LIKENESS = 0.64;

/**
 * Groups by average linkage: two groups become one as long as the mean cosine of their pairs reaches `likeness`, the
 * likest first. The same words are one from the beginning. In the order of their first members.
 *
 * By chains of nearest neighbours, which takes time and memory by the square of the different questions; the libraries
 * for it take the cube.
 */
export function groupAlike<T extends Groupable>(
  items: readonly T[],
  likeness: number = LIKENESS,
): readonly (readonly T[])[] {
  const same = groupSame(items);
  const { merges } = chain(same);
  const parent = same.map((_, index) => index);
  const rootOf = (index: number): number => {
    const above = parent[index] ?? index;
    return above === index ? index : rootOf(above);
  };
  for (const { a, b, cosine } of merges) if (cosine >= likeness) parent[rootOf(b)] = rootOf(a);
  const groups = new Map<number, T[]>();
  same.forEach((members, index) => {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), ...members]);
  });
  const place = new Map(items.map((item, index) => [item, index]));
  const placeOf = (item: T | undefined): number => (item && place.get(item)) ?? 0;
  return [...groups.values()]
    .map((members) => members.sort((x, y) => placeOf(x) - placeOf(y)))
    .sort(([x], [y]) => placeOf(x) - placeOf(y));
}

/** Whatever case, spaces and punctuation they have. */
function groupSame<T extends Groupable>(items: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const words = item.question
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const group = groups.get(words);
    if (group) group.push(item);
    else groups.set(words, [item]);
  }
  return [...groups.values()];
}

/** Two groups, by one member each, that become one at that likeness. */
interface Merge {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

function chain(groups: readonly (readonly [Groupable, ...Groupable[]])[]): {
  readonly merges: readonly Merge[];
} {
  const count = groups.length;
  const sizes = groups.map((members) => members.length);
  const vectors = groups.map(([first]) => first.vector);
  const cosines = vectors.map((one) => Float32Array.from(vectors, (other) => cosineOf(one, other)));
  const between = (a: number, b: number): number => cosines[a]?.[b] ?? -1;
  const alive = new Set(groups.keys());
  const merges: Merge[] = [];
  const path: number[] = [];
  while (alive.size > 1) {
    if (path.length === 0) path.push(alive.values().next().value ?? 0);
    const tip = path.at(-1) ?? 0;
    const before = path.at(-2);
    // The one that it came from wins a draw, or the chain would never end.
    let nearest = before ?? -1;
    for (const other of alive)
      if (other !== tip && (nearest < 0 || between(tip, other) > between(tip, nearest))) nearest = other;
    if (nearest !== before) {
      path.push(nearest);
      continue;
    }
    merges.push({ a: nearest, b: tip, cosine: between(nearest, tip) });
    path.splice(-2);
    absorb(nearest, tip);
  }
  return { merges };

  function absorb(kept: number, gone: number): void {
    const [ofKept, ofGone] = [sizes[kept] ?? 1, sizes[gone] ?? 1];
    alive.delete(gone);
    sizes[kept] = ofKept + ofGone;
    for (let other = 0; other < count; other += 1) {
      const mean = (between(kept, other) * ofKept + between(gone, other) * ofGone) / (ofKept + ofGone);
      const [row, column] = [cosines[kept], cosines[other]];
      if (row) row[other] = mean;
      if (column) column[kept] = mean;
    }
  }
}

/** Vectors of different models have nothing in common. */
function cosineOf(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return -1;
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
