import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../src/evaluation/fit-logistic.ts';
import type { LogisticExample, LogisticFit } from '../../src/evaluation/fit-logistic.ts';
import { makeTypo } from '../../src/evaluation/make-typos.ts';
import { measureAuroc } from '../../src/evaluation/measure-auroc.ts';
import { COVERAGES, measurePrecisionAtCoverage } from '../../src/evaluation/precision-at-coverage.ts';
import { createRandom } from '../../src/domain/seeded-random.ts';

describe('measureAuroc', () => {
  it.each<[string, readonly number[], readonly number[], number]>([
    ['1 when every positive scores higher', [0.9, 0.8], [0.1, 0.2], 1],
    ['0 when every one scores lower', [0.1, 0.2], [0.9, 0.8], 0],
    ['a half for ties', [0.5, 0.5], [0.5], 0.5],
    ['the share of pairs in the right order', [0.9, 0.3], [0.5, 0.1], 0.75],
  ])('is %s', (_, positives, negatives, area) => {
    expect(measureAuroc(positives, negatives)).toBe(area);
  });

  it('is undefined without one of both', () => {
    expect(measureAuroc([], [1])).toBeNaN();
    expect(measureAuroc([1], [])).toBeNaN();
  });

  it('adds up to 1 with the sides changed, and does not change with the scale', () => {
    const scores = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const area = measureAuroc(positives, negatives);
        expect(area + measureAuroc(negatives, positives)).toBeCloseTo(1, 9);
        const stretch = (score: number): number => 3 * score + 7;
        expect(measureAuroc(positives.map(stretch), negatives.map(stretch))).toBe(area);
      }),
    );
  });
});

describe('createRandom', () => {
  it('gives the same numbers in [0, 1) for the same seed, and others for another', () => {
    const draw = (seed: number): readonly number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 200 }, random);
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    for (const value of draw(7)) expect(value >= 0 && value < 1).toBe(true);
    const mean = draw(7).reduce((sum, value) => sum + value, 0) / 200;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
  });
});

describe('makeTypo', () => {
  const questions = [
    'Who planted the oldest pear tree?',
    'Wann öffnet das Gewächshaus?',
    'Где живут тюлени?',
  ];

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...questions), (seed, question) => {
        expect(makeTypo(question, createRandom(seed))).toBe(makeTypo(question, createRandom(seed)));
      }),
    );
  });

  it('changes one longer word, keeps its first letter, and leaves the others alone', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...questions), (seed, question) => {
        const [before, after] = [question.split(' '), makeTypo(question, createRandom(seed)).split(' ')];
        expect(after).toHaveLength(before.length);
        const changed = before.flatMap((word, i) =>
          word === after[i] ? [] : [{ word, typed: after[i] ?? '' }],
        );
        // Two like letters swapped, or a letter replaced by itself, change nothing.
        expect(changed.length).toBeLessThanOrEqual(1);
        for (const { word, typed } of changed) {
          expect(word.length).toBeGreaterThanOrEqual(5);
          expect(typed[0]).toBe(word[0]);
          expect(Math.abs(typed.length - word.length)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('does change most questions', () => {
    const random = createRandom(1);
    const changed = Array.from({ length: 100 }, () =>
      makeTypo('Who planted the oldest pear tree?', random),
    ).filter((typed) => typed !== 'Who planted the oldest pear tree?');
    expect(changed.length).toBeGreaterThan(80);
  });

  it('leaves a question without a longer word alone', () => {
    expect(makeTypo('Who is he in 1999?', createRandom(1))).toBe('Who is he in 1999?');
    expect(makeTypo('', createRandom(1))).toBe('');
  });
});

describe('fitLogistic', () => {
  const predict = ({ bias, weights, means, deviations }: LogisticFit, features: readonly number[]): number =>
    1 /
    (1 +
      Math.exp(
        -features.reduce(
          (sum, value, j) => sum + ((weights[j] ?? 0) * (value - (means[j] ?? 0))) / (deviations[j] ?? 1),
          bias,
        ),
      ));
  /** The first feature decides, the second is noise. */
  const examples = (count: number): readonly LogisticExample[] => {
    const random = createRandom(3);
    return Array.from({ length: count }, () => {
      const signal = random() * 10;
      return { features: [signal, random()], target: signal + random() > 5.5 ? 1 : 0, weight: 1 };
    });
  };

  it('learns what decides, and in which direction', () => {
    const fit = fitLogistic(examples(200), 0.001);
    expect(predict(fit, [9, 0.5])).toBeGreaterThan(0.9);
    expect(predict(fit, [1, 0.5])).toBeLessThan(0.1);
    expect(fit.weights[0]).toBeGreaterThan(5 * Math.abs(fit.weights[1] ?? Number.NaN));
  });

  it('shrinks its weights with the ridge', () => {
    const [loose, tight] = [fitLogistic(examples(100), 0.001), fitLogistic(examples(100), 1)];
    expect(Math.abs(tight.weights[0] ?? Number.NaN)).toBeLessThan(Math.abs(loose.weights[0] ?? Number.NaN));
  });

  it('says how often without a feature that tells, by weight', () => {
    const even: readonly LogisticExample[] = [
      { features: [1], target: 1, weight: 3 },
      { features: [1], target: 0, weight: 1 },
    ];
    expect(predict(fitLogistic(even, 0), [1])).toBeCloseTo(0.75, 2);
  });
});

describe('the precision at each coverage', () => {
  it('counts the highest scores first', () => {
    const scored = Array.from({ length: 20 }, (_, i) => ({ score: i, right: i >= 10 }));
    const curve = measurePrecisionAtCoverage(scored);
    expect(COVERAGES.slice(0, 2)).toEqual([0.05, 0.1]);
    expect(curve.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 1));
    expect(curve.at(14)).toBeCloseTo(10 / 15, 9);
    expect(curve.at(-1)).toBe(0.5);
  });

  it('is 0 where there is nothing', () => {
    expect(new Set(measurePrecisionAtCoverage([]))).toEqual(new Set([0]));
  });
});
