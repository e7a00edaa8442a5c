import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBestSpan } from '../../src/answering/best-span.ts';
import type { WindowReading } from '../../src/domain/ports/reader.ts';
import { anyText } from '../arbitraries.ts';
import { createWordReader } from '../doubles/word-reader.ts';

/** A token of one letter at each offset, with these scores. */
function readingOf(starts: readonly number[], ends: readonly number[], nullScore = 0): WindowReading {
  const tokens = starts.map((_, i) => ({ start: i, end: i + 1 }));
  return { tokens, starts: Float32Array.from(starts), ends: Float32Array.from(ends), nullScore };
}

const EVERYWHERE = { start: 0, end: 1000 };

describe('findBestSpan', () => {
  it('begins and ends where both scores together are greatest, and counts the null score against it', () => {
    const reading = readingOf([-99, 5, -99, -99], [-99, 1, -99, 4], 3);
    const best = findBestSpan(reading, EVERYWHERE);
    expect(best).toMatchObject({ start: 1, end: 4 });
    expect(best?.margin).toBeCloseTo(5 + Math.log(Math.exp(1) + Math.exp(4)) - 3, 5);
  });

  it('has the margin of all that may answer within the bounds, however many words that begins at', () => {
    const reading = readingOf([2, 2, 2, 8], [1, 1, 1, 8], 4);
    const best = findBestSpan(reading, { start: 0, end: 3 });
    expect(best?.margin).toBeCloseTo(2 + Math.log(3) + 1 + Math.log(3) - 4, 5);
  });

  it('never ends before it begins', () => {
    const reading = readingOf([0, 0, 5], [5, 0, 1]);
    expect(findBestSpan(reading, EVERYWHERE)).toMatchObject({ start: 2, end: 3 });
  });

  it('looks only inside the bounds, and at whole words', () => {
    const reading = readingOf([9, 1, 2, 9], [9, 1, 2, 9]);
    expect(findBestSpan(reading, { start: 1, end: 3 })).toMatchObject({ start: 2, end: 3 });
    const word: WindowReading = { ...reading, tokens: reading.tokens.map(() => ({ start: 0, end: 4 })) };
    expect(findBestSpan(word, { start: 0, end: 4 })).toMatchObject({ start: 0, end: 4 });
    expect(findBestSpan(word, { start: 0, end: 3 })).toBeUndefined();
  });

  it('has at most 24 tokens', () => {
    const none = Array.from({ length: 40 }, () => 0);
    const reading = readingOf([9, ...none.slice(1)], [...none.slice(0, 23), 3, 9, ...none.slice(25)]);
    expect(findBestSpan(reading, EVERYWHERE)).toMatchObject({ start: 0, end: 24 });
  });

  it.each([
    ['the window has no word', readingOf([], []), EVERYWHERE],
    ['no word lies within the bounds', readingOf([1, 1], [1, 1]), { start: 5, end: 9 }],
    ['the bounds are empty', readingOf([1, 1], [1, 1]), { start: 1, end: 1 }],
  ])('is nothing when %s', (_, reading, bounds) => {
    expect(findBestSpan(reading, bounds)).toBeUndefined();
  });

  it('stays within any bounds of any text, at the edges of words', async () => {
    const reader = createWordReader({});
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.tuple(fc.nat(1500), fc.nat(1500)),
        fc.infiniteStream(fc.float({ min: -20, max: 20, noNaN: true })),
        async (text, [a, b], scores) => {
          const bounds = { start: Math.min(a, b), end: Math.max(a, b) };
          const [read] = await reader.read('Who?', [{ title: '', text }]);
          if (!read) throw new Error('There has to be a reading.');
          const draw = (): Float32Array =>
            Float32Array.from(read.tokens, () => Number(scores.next().value ?? 0));
          const reading = { ...read, starts: draw(), ends: draw() };
          const span = findBestSpan(reading, bounds);
          const inside = read.tokens.filter(({ start, end }) => start >= bounds.start && end <= bounds.end);
          expect(span === undefined).toBe(inside.length === 0);
          if (!span) return;
          expect(span.start).toBeGreaterThanOrEqual(bounds.start);
          expect(span.end).toBeLessThanOrEqual(bounds.end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(inside.map(({ start }) => start)).toContain(span.start);
          expect(inside.map(({ end }) => end)).toContain(span.end);
        },
      ),
    );
  });
});
