import { cutMargin, MARGIN_LIMIT } from '../answering/best-span.ts';
import type { ReadingWeights } from '../answering/read-candidates.ts';

/** One question's sentences that were read, with what their rank may rest on. */
export type RankingExample = readonly {
  readonly rankScore: number;
  /** What its spans have over null, in logits. */
  readonly margin: number;
  /** Place of its window in the order of reading, from 0. */
  readonly window: number;
  readonly right: boolean;
}[];

const STEPS = 4000;
const RATE = 0.05;
/** Leads and gaps that are tried; margins add about 0.7 to a rank score at most. */
const BOUNDS = Array.from({ length: 201 }, (_, i) => i / 100);
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
  const courses = examples
    .map((example) => readingCourse(example, weight))
    .filter(({ length }) => length > 0);
  const gap = leastBound(courses, (bound, step) => step.gap > bound);
  const lead = leastBound(courses, (bound, step) => step.lead >= bound || step.gap > gap);
  return { margin: round(weight), limit: MARGIN_LIMIT, lead, gap };
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

/** How it stands after each window that was read. */
interface ReadingStep {
  /** Of the best that was read over the rank score of the best that was not. */
  readonly lead: number;
  /** Of the best rank score over that of the best that was not read. */
  readonly gap: number;
  /** Whether the best so far is right. */
  readonly right: boolean;
}

/** The least bound from which on ending where it says puts no fewer right sentences first than reading every window. */
function leastBound(
  courses: readonly (readonly ReadingStep[])[],
  ends: (bound: number, step: ReadingStep) => boolean,
): number {
  const isCheap = (bound: number): boolean => {
    const lost = courses.reduce((sum, course) => {
      const ended = course.find((step) => ends(bound, step)) ?? course.at(-1);
      return sum + Number(course.at(-1)?.right) - Number(ended?.right);
    }, 0);
    return lost <= 0;
  };
  const tooLow = BOUNDS.findLastIndex((bound) => !isCheap(bound));
  return courses.length === 0 ? Number.MAX_SAFE_INTEGER : (BOUNDS[tooLow + 1] ?? Number.MAX_SAFE_INTEGER);
}

function readingCourse(example: RankingExample, weight: number): readonly ReadingStep[] {
  const readOn = ({ rankScore, margin }: RankingExample[number]): number =>
    rankScore + weight * cutMargin(margin);
  const byRank = ({ rankScore }: RankingExample[number]): number => rankScore;
  const first = highestBy(example, byRank);
  const windows = [...new Set(example.map(({ window }) => window))].sort((a, b) => a - b);
  return windows.flatMap((last) => {
    const best = highestBy(
      example.filter(({ window }) => window <= last),
      readOn,
    );
    const unread = highestBy(
      example.filter(({ window }) => window > last),
      byRank,
    );
    if (!best || !first) return [];
    const lead = unread ? readOn(best) - unread.rankScore : Infinity;
    const gap = unread ? first.rankScore - unread.rankScore : Infinity;
    return [{ lead, gap, right: best.right }];
  });
}

function highestBy<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  return [...items].sort((a, b) => of(b) - of(a))[0];
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
