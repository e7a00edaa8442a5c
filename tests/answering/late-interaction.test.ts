import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantiseTokens } from '../../src/adapters/model/quantise-tokens.ts';
import { matchSentences, tokenCosines } from '../../src/answering/late-interaction.ts';
import type { TokenMatrix } from '../../src/domain/ports/embedder.ts';

const DIMENSIONS = 6;

/** Token i stands for the character i. */
function matrixOf(rows: readonly (readonly number[])[]): TokenMatrix {
  return quantiseTokens(
    rows.map((row) => Float32Array.from(row)),
    rows.map((_, i) => ({ start: i, end: i + 1 })),
    rows[0]?.length ?? DIMENSIONS,
  );
}

const anyRow = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .filter((row) => row.some((value) => Math.abs(value) > 0.01));
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 9 });

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

describe('tokenCosines', () => {
  it('is the cosine of each pair of tokens, to what int8 keeps of it', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (question, passage) => {
        const { values, stride } = tokenCosines(matrixOf(question), matrixOf(passage));
        question.forEach((row, i) => {
          passage.forEach((column, t) => {
            expect(Math.abs((values[i * stride + t] ?? Number.NaN) - cosine(row, column))).toBeLessThan(0.03);
          });
        });
      }),
    );
  });

  it('refuses tokens of different models', () => {
    expect(() => tokenCosines(matrixOf([[1, 0]]), matrixOf([[1, 0, 0]]))).toThrow(/2 and 3 dimensions/);
  });
});

describe('matchSentences', () => {
  const [X, Y, Z] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ] as const;
  const QUESTION = matrixOf([X, Y]);
  // Two sentences of two tokens each; the second holds both of the question's.
  const PASSAGE = matrixOf([Z, X, X, Y]);
  const SENTENCES = [
    { start: 0, end: 2, paragraph: 1 },
    { start: 2, end: 4, paragraph: 1 },
  ];

  it('takes for each question token its best token of the sentence, and averages', () => {
    const [first, second] = matchSentences(QUESTION, PASSAGE, {
      sentences: SENTENCES,
      weights: [1, 1],
      contextSmoothing: 0,
    });
    expect(first?.maxSim).toBeCloseTo(0.5, 2);
    expect(second?.maxSim).toBeCloseTo(1, 2);
    expect([...(first?.perToken ?? [])].map(Math.round)).toEqual([1, 0]);
  });

  it('weighs the question’s tokens, and falls back to the plain mean without weights', () => {
    const weighted = matchSentences(QUESTION, PASSAGE, {
      sentences: SENTENCES,
      weights: [3, 1],
      contextSmoothing: 0,
    });
    expect(weighted[0]?.weightedMaxSim).toBeCloseTo(0.75, 2);
    const plain = matchSentences(QUESTION, PASSAGE, {
      sentences: SENTENCES,
      weights: [0, 0],
      contextSmoothing: 0,
    });
    expect(plain[0]?.weightedMaxSim).toBe(plain[0]?.maxSim);
  });

  it('credits a sentence with part of the lead of the one before it, inside a paragraph alone', () => {
    const passage = matrixOf([X, Y, Z, Z]);
    const follow = (paragraph: number) =>
      matchSentences(QUESTION, passage, {
        sentences: [SENTENCES[0] ?? { start: 0, end: 2, paragraph: 1 }, { start: 2, end: 4, paragraph }],
        weights: [1, 1],
        contextSmoothing: 0.4,
      })[1]?.maxSim;
    expect(follow(1)).toBeCloseTo(0.4, 2);
    expect(follow(2)).toBeCloseTo(0, 2);
  });

  it('takes no token from outside the sentence', () => {
    const [only] = matchSentences(QUESTION, PASSAGE, {
      sentences: [{ start: 0, end: 1, paragraph: 1 }],
      weights: [1, 1],
      contextSmoothing: 0,
    });
    expect(only?.maxSim).toBeCloseTo(0, 2);
  });

  it('stays between -1 and 1, and never falls when a sentence grows', () => {
    fc.assert(
      fc.property(anyRows, anyRows, fc.nat({ max: 8 }), (question, passage, at) => {
        const match = (end: number) =>
          matchSentences(matrixOf(question), matrixOf(passage), {
            sentences: [{ start: 0, end, paragraph: 1 }],
            weights: question.map(() => 1),
            contextSmoothing: 0,
          })[0]?.maxSim ?? Number.NaN;
        const [part, whole] = [match(at), match(passage.length)];
        expect(Math.abs(whole)).toBeLessThanOrEqual(1.02);
        if (at <= passage.length) expect(part).toBeLessThanOrEqual(whole + 1e-6);
      }),
    );
  });
});
