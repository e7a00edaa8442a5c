import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAlike } from '../../src/conversation/group-alike.ts';

/** A question at an angle, in degrees: the cosine of two is that of the angle between them. */
const at = (question: string, degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  return { question, vector: Float32Array.of(Math.cos(angle), Math.sin(angle)) };
};
const wordsOf = (groups: readonly (readonly { readonly question: string }[])[]) =>
  groups.map((group) => group.map(({ question }) => question));

describe('groupAlike', () => {
  it('puts together what is alike, in the order of the first', () => {
    const items = [at('a', 0), at('far', 120), at('b', 20), at('farther', 130), at('c', 10)];
    expect(wordsOf(groupAlike(items, 0.7))).toEqual([
      ['a', 'b', 'c'],
      ['far', 'farther'],
    ]);
    expect(groupAlike([], 0.7)).toEqual([]);
  });

  it('takes the mean, so that a chain of likenesses makes no group of all', () => {
    const items = Array.from({ length: 12 }, (_, index) => at(`q${index}`, index * 15));
    expect(groupAlike(items, 0.9).length).toBeGreaterThan(3);
  });

  it('takes the same words for one, whatever their vectors', () => {
    const items = [at('How deep?', 0), at('how  deep', 180)];
    expect(groupAlike(items, 0.99)).toHaveLength(1);
  });

  it('never puts vectors of different models together', () => {
    const other = { question: 'b', vector: Float32Array.of(1, 0, 0) };
    expect(groupAlike([at('a', 0), other], 0.1)).toHaveLength(2);
  });

  it('has everything once, fewer groups the less alike it asks for, and each pair of the same as alike', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 359 }), { maxLength: 25 }), (angles) => {
        const items = angles.map((degrees, index) => at(`q${index}`, degrees));
        const counts = [0.99, 0.7, 0.3, -1].map((level) => groupAlike(items, level));
        for (const groups of counts)
          expect(groups.flat().sort((x, y) => items.indexOf(x) - items.indexOf(y))).toEqual(items);
        for (const [index, groups] of counts.entries())
          expect(groups.length).toBeLessThanOrEqual(counts[index - 1]?.length ?? Infinity);
        expect(counts.at(-1)?.length).toBe(Math.min(1, items.length));
      }),
      { numRuns: 40 },
    );
  });
});
