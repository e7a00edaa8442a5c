import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseScores } from '../../src/retrieval/fuse-scores.ts';

const anyCandidate = fc.record({
  dense: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }),
  lexical: fc.option(fc.double({ min: 0.001, max: 50, noNaN: true }), { nil: undefined }),
});

describe('fuseScores', () => {
  it('puts first what both searches put first', () => {
    const [best, middle, worst] = fuseScores([
      { dense: 0.8, lexical: 9 },
      { dense: 0.6, lexical: 2 },
      { dense: 0.1, lexical: undefined },
    ]);
    expect(best).toBeGreaterThan(middle ?? Number.NaN);
    expect(middle).toBeGreaterThan(worst ?? Number.NaN);
  });

  it('lets words decide where the meaning is equally near, and the other way round', () => {
    const [withWord, without] = fuseScores([
      { dense: 0.5, lexical: 3 },
      { dense: 0.5, lexical: undefined },
    ]);
    expect(withWord).toBeGreaterThan(without ?? Number.NaN);
    const [near, far] = fuseScores([
      { dense: 0.5, lexical: 3 },
      { dense: 0.4, lexical: 3 },
    ]);
    expect(near).toBeGreaterThan(far ?? Number.NaN);
  });

  it('takes what the dense search did not return for no nearer than what it did', () => {
    const [returned, missing] = fuseScores([
      { dense: 0.2, lexical: 3 },
      { dense: undefined, lexical: 3 },
      { dense: 0.9, lexical: 3 },
    ]);
    expect(missing).toBe(returned);
  });

  it('gives every candidate a finite score, and never turns the order of both signals round', () => {
    fc.assert(
      fc.property(fc.array(anyCandidate, { maxLength: 12 }), (candidates) => {
        const scores = fuseScores(candidates);
        expect(scores).toHaveLength(candidates.length);
        for (const [i, a] of candidates.entries()) {
          expect(Number.isFinite(scores[i])).toBe(true);
          for (const [j, b] of candidates.entries()) {
            if (a.dense === undefined || b.dense === undefined) continue;
            if (a.dense < b.dense || (a.lexical ?? 0) < (b.lexical ?? 0)) continue;
            // At least as good in both: not worse, but for rounding.
            expect((scores[i] ?? Number.NaN) - (scores[j] ?? Number.NaN)).toBeGreaterThan(-1e-6);
          }
        }
      }),
    );
  });
});
