import { describe, expect, it } from 'vitest';
import { scoreSignals } from '../../src/answering/decide.ts';
import { SIGNAL_NAMES } from '../../src/answering/signals.ts';
import type { Signals } from '../../src/answering/signals.ts';
import { STRICTNESS_LEVELS } from '../../src/domain/question.ts';
import { calibrateDecision, PRECISION_TARGETS } from '../../src/evaluation/calibrate-decision.ts';
import type { CalibrationExample } from '../../src/evaluation/calibration-example.ts';
import type { CalibrationFigures } from '../../src/evaluation/measure-calibration.ts';
import type { QuestionKind } from '../../src/evaluation/read-dataset.ts';
import { createRandom } from '../../src/domain/seeded-random.ts';

/** Signals that are all of one strength, with a little noise. */
function signalsOf(strength: number, random: () => number): Signals {
  return Object.fromEntries(
    SIGNAL_NAMES.map((name) => [name, strength + (random() - 0.5) * 0.3]),
  ) as unknown as Signals;
}

const random = createRandom(5);
const kinds: readonly [QuestionKind, number][] = [
  ['answerable', 0.7],
  ['unanswerable-near', 0.45],
  ['unanswerable-far', 0.1],
];
const EXAMPLES: readonly CalibrationExample[] = Array.from({ length: 240 }, (_, i) => {
  const [kind, strength] = kinds[i % kinds.length] ?? ['answerable', 0.7];
  const right = kind === 'answerable' && i % 9 !== 0;
  return { signals: signalsOf(strength, random), kind, right, group: `article-${i % 16}`, set: 'one' };
});

function expectStatedPrecision({ levels }: CalibrationFigures): void {
  for (const level of STRICTNESS_LEVELS) {
    const { weak, strong } = PRECISION_TARGETS[level];
    const { sureRate, surePrecision, answeredRate, answerPrecision } = levels[level];
    if (sureRate > 0) expect(surePrecision).toBeGreaterThanOrEqual(strong);
    if (answeredRate > 0) expect(answerPrecision).toBeGreaterThanOrEqual(weak);
  }
}

describe('calibrateDecision', () => {
  const { model, figures } = calibrateDecision(EXAMPLES, createRandom(1));

  it('scores answerable questions higher than near ones, and those higher than far ones', () => {
    const score = (strength: number): number =>
      scoreSignals(
        model,
        signalsOf(strength, () => 0.5),
      );
    expect(score(0.7)).toBeGreaterThan(score(0.45));
    expect(score(0.45)).toBeGreaterThan(score(0.1));
    expect(figures.aurocFar).toBeGreaterThan(0.99);
    expect(figures.aurocNear).toBeGreaterThan(0.9);
  });

  it('asks for more the stricter it is, and more of a strong answer than of a weak one', () => {
    for (const level of STRICTNESS_LEVELS) {
      expect(model.thresholds[level].strong).toBeGreaterThanOrEqual(model.thresholds[level].weak);
    }
    const { strict, balanced, lenient } = model.thresholds;
    expect(strict.weak).toBeGreaterThanOrEqual(balanced.weak);
    expect(balanced.weak).toBeGreaterThanOrEqual(lenient.weak);
    expect(figures.levels.strict.falseAnswerRateNear).toBeLessThanOrEqual(
      figures.levels.lenient.falseAnswerRateNear,
    );
    expect(figures.levels.strict.answeredRate).toBeLessThanOrEqual(figures.levels.lenient.answeredRate);
  });

  it('counts every example once in the cross-validation', () => {
    expect(figures.examples).toBe(EXAMPLES.length);
  });

  it('comes to the same model for the same seed', () => {
    const some = EXAMPLES.slice(0, 48);
    expect(calibrateDecision(some, createRandom(1))).toEqual(calibrateDecision(some, createRandom(1)));
  });
});

describe('the thresholds', () => {
  it('take equal scores together: half of them right is not enough, whichever come first', () => {
    const examples = EXAMPLES.slice(0, 64).map((example, i): CalibrationExample => {
      const signals = signalsOf(i % 2 === 0 ? 0.7 : 0.3, () => 0.5);
      return { ...example, kind: 'answerable', signals, right: i % 16 < 8, group: `article-${i % 8}` };
    });
    expectStatedPrecision(calibrateDecision(examples, createRandom(1)).figures);
  });
});

describe('the signals of a reader', () => {
  const read = (example: CalibrationExample, i: number): CalibrationExample => ({
    ...example,
    signals: {
      ...example.signals,
      readerMargin: (example.right ? 2 : -2) + ((i * 7) % 11) / 2 - 2.5,
      rivalMargin: (i % 7) - 3,
      readerAgreement: -(i % 3) / 10,
    },
  });
  // At one question it had nothing to read.
  const { model, figures } = calibrateDecision(
    EXAMPLES.map((example, i) => (i === 100 ? example : read(example, i))),
    createRandom(1),
  );

  it('are weighed where there is a reader, also where it had nothing to read now and then', () => {
    expect(model.signals.readerMargin?.weight).toBeGreaterThan(model.signals.rivalMargin?.weight ?? 9);
    const { model: plain } = calibrateDecision(EXAMPLES.slice(0, 60), createRandom(1));
    expect(plain.signals).not.toHaveProperty('readerMargin');
  });

  it('let more be answered, and no more wrongly than is stated', () => {
    expectStatedPrecision(figures);
    const { sureRate, answeredRate } = figures.levels.balanced;
    expect(sureRate).toBeGreaterThan(0.1);
    expect(answeredRate).toBeGreaterThan(sureRate);
  });

  it('make a score whose meaning is told: ten rows over all questions, with more right ones further up', () => {
    const { reliability, brier } = figures;
    expect(reliability.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(reliability.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 2);
    expect(reliability[9]?.right).toBeGreaterThan(reliability[0]?.right ?? 1);
    expect(brier.logistic).toBeLessThan(0.25);
    expect(brier.isotonic).toBeLessThanOrEqual(brier.logistic);
  });
});
