import { describe, expect, it } from 'vitest';
import { fitRanking } from '../../src/evaluation/fit-ranking.ts';
import type { RankingExample } from '../../src/evaluation/fit-ranking.ts';
import { createRandom } from '../../src/domain/seeded-random.ts';

/** Questions with one right sentence of four; each view of it is right up to noise. */
function makeExamples(gain: { readonly rank: number; readonly margin: number }): readonly RankingExample[] {
  const random = createRandom(3);
  const noise = (): number => random() + random() - 1;
  return Array.from({ length: 80 }, () =>
    Array.from({ length: 4 }, (_, i) => ({
      rankScore: 0.5 + noise() * 0.2 + (i === 0 ? gain.rank : 0),
      margin: noise() * 4 + (i === 0 ? gain.margin : 0),
      window: i,
      right: i === 0,
    })),
  );
}

/** Share of the questions whose right sentence comes first. */
function accuracy(examples: readonly RankingExample[], weight: number): number {
  const first = (example: RankingExample) =>
    example.toSorted((a, b) => b.rankScore + weight * b.margin - (a.rankScore + weight * a.margin))[0];
  return examples.filter((example) => first(example)?.right).length / examples.length;
}

describe('the weight of the margin', () => {
  it('puts more right sentences first than either view alone, where both know something', () => {
    const examples = makeExamples({ rank: 0.1, margin: 2 });
    const { margin, limit } = fitRanking(examples);
    expect(accuracy(examples, margin)).toBeGreaterThan(accuracy(examples, 0) + 0.05);
    expect(accuracy(examples, margin)).toBeGreaterThan(accuracy(examples, 1000));
    expect(limit).toBe(12);
  });

  it('is the greater the more the reader knows, and nothing where it errs', () => {
    const weight = (margin: number): number => fitRanking(makeExamples({ rank: 0.1, margin })).margin;
    expect(weight(3)).toBeGreaterThan(weight(0.5));
    expect(weight(-2)).toBe(0);
  });

  it('does not hang on how far a margin lies beyond the limit', () => {
    const beyond = (margin: number): RankingExample => [
      { rankScore: 0.5, margin, window: 0, right: true },
      { rankScore: 0.6, margin: -margin, window: 1, right: false },
    ];
    const others = makeExamples({ rank: 0.1, margin: 1 });
    expect(fitRanking([...others, beyond(12)]).margin).toBe(fitRanking([...others, beyond(900)]).margin);
  });

  it('is a number also where no question tells right from wrong', () => {
    const same: RankingExample = [{ rankScore: 1, margin: 1, window: 0, right: true }];
    expect(fitRanking([]).margin).toBeGreaterThanOrEqual(0);
    expect(fitRanking([same]).margin).toBeGreaterThanOrEqual(0);
  });
});

describe('the lead that ends the reading', () => {
  /** The first window's sentence leads by `lead`; that of the second is right, and comes out first when it is read. */
  const first = (lead: number, right: boolean): RankingExample => [
    { rankScore: 0.2 + lead, margin: 0, window: 0, right },
    { rankScore: 0.2, margin: 12, window: 1, right: true },
  ];
  /** With these, one question is one in a thousand, and a margin counts. */
  const others = [
    ...makeExamples({ rank: 0.3, margin: 3 }).map((example) =>
      example.map((candidate) => ({ ...candidate, window: 0 })),
    ),
    ...Array.from({ length: 960 }, (): RankingExample => [
      { rankScore: 1, margin: 1, window: 0, right: true },
    ]),
  ];

  it('is the least from which reading on would have helped none', () => {
    const rising = Array.from({ length: 10 }, (_, i) => first(i / 20, i > 4));
    // Of those that are wrong at first, the greatest lead is 0.2.
    expect(fitRanking([...rising, ...others]).lead).toBeCloseTo(0.21, 2);
  });

  it('is one that none has where the first ones are wrong', () => {
    const wrong = Array.from({ length: 300 }, (_, i) => first(i / 150, false));
    expect(fitRanking([...wrong, ...others]).lead).toBeGreaterThan(1.9);
    expect(fitRanking([]).lead).toBeGreaterThan(1000);
  });
});

describe('the gap that ends the reading', () => {
  /** The right sentence ranks behind by `gap`, and comes out first when it is read. */
  const behind = (gap: number): RankingExample => [
    { rankScore: 0.9, margin: -12, window: 0, right: false },
    { rankScore: 0.9 - gap, margin: 12, window: 1, right: true },
  ];
  const settled = Array.from({ length: 990 }, (): RankingExample => [
    { rankScore: 1, margin: 1, window: 0, right: true },
  ]);

  it('is the least behind which no question has its answer', () => {
    const gaps = Array.from({ length: 10 }, (_, i) => behind((i + 1) / 50 - 0.005));
    // The farthest lies .195 behind.
    expect(fitRanking([...gaps, ...settled]).gap).toBeCloseTo(0.2, 2);
    expect(fitRanking([]).gap).toBeGreaterThan(1000);
  });
});
