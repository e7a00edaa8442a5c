import { cutMargin, MARGIN_LIMIT } from '../answering/best-span.ts';
import type { ReadingWeights } from '../answering/read-candidates.ts';

/** One question's sentences that were read, with what their rank may rest on. */
export type RankingExample = readonly {
  readonly rankScore: number;
  /** Best span less null, in logits. */
  readonly margin: number;
  readonly right: boolean;
}[];

const STEPS = 4000;
const RATE = 0.05;
/** Share of the questions that may get a wrong first sentence for being settled before every window is read. */
const SETTLED_COST = 0.002;
/** Rank scores lie within about 1, margins within about 10: scaled alike, one learning rate serves both. */
const RANK_SCALE = 10;

/**
 * Fits how much the reader's margin counts beside the rank score: a conditional logit (McFadden 1974), which
 * maximises the chance that a softmax over a question's sentences gives to the right ones.
 */
export function fitRanking(examples: readonly RankingExample[]): ReadingWeights {
  const useful = examples.filter((example) => {
    const right = example.filter((candidate) => candidate.right).length;
    return right > 0 && right < example.length;
  });
  const count = Math.max(1, useful.length);
  let [rank, margin] = [1, 0.1];
  for (let step = 0; step < STEPS; step += 1) {
    let [rankSlope, marginSlope] = [0, 0];
    for (const example of useful) {
      const all = expectation(example, { rank, margin });
      const right = expectation(
        example.filter((candidate) => candidate.right),
        { rank, margin },
      );
      rankSlope += right.rank - all.rank;
      marginSlope += right.margin - all.margin;
    }
    rank += (RATE * rankSlope) / count;
    margin += (RATE * marginSlope) / count;
  }
  const weight = Math.max(0, margin) / Math.max(1e-6, rank * RANK_SCALE);
  return { margin: round(weight), limit: MARGIN_LIMIT, settled: findSettled(examples, weight) };
}

/** Mean rank score and margin under the softmax. */
function expectation(
  candidates: RankingExample,
  weights: { readonly rank: number; readonly margin: number },
): { readonly rank: number; readonly margin: number } {
  const points = candidates.map(({ rankScore, margin }) => ({
    rank: rankScore * RANK_SCALE,
    margin: cutMargin(margin),
  }));
  const scores = points.map((point) => weights.rank * point.rank + weights.margin * point.margin);
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const mean = (of: (point: { rank: number; margin: number }) => number): number =>
    points.reduce((sum, point, i) => sum + (of(point) * (shares[i] ?? 0)) / total, 0);
  return { rank: mean(({ rank }) => rank), margin: mean(({ margin }) => margin) };
}

/** The least margin of the first sentence by rank from which reading on would hardly ever have helped. */
function findSettled(examples: readonly RankingExample[], weight: number): number {
  const readOn = ({ rankScore, margin }: RankingExample[number]): number =>
    rankScore + weight * cutMargin(margin);
  const firsts = examples
    .flatMap((example) => {
      const first = highestBy(example, ({ rankScore }) => rankScore);
      const last = highestBy(example, readOn);
      return first && last ? [{ margin: first.margin, cost: Number(last.right) - Number(first.right) }] : [];
    })
    .sort((a, b) => b.margin - a.margin);
  let settled = Number.MAX_SAFE_INTEGER;
  let cost = 0;
  for (const first of firsts) {
    cost += first.cost;
    if (cost / firsts.length <= SETTLED_COST) settled = first.margin;
  }
  return round(settled);
}

function highestBy<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  return [...items].sort((a, b) => of(b) - of(a))[0];
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
