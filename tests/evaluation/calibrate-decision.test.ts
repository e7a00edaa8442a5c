import { describe, expect, it } from 'vitest';
import { scoreSignals } from '../../src/answering/decide.ts';
import { SIGNAL_NAMES } from '../../src/answering/signals.ts';
import type { Signals } from '../../src/answering/signals.ts';
import { STRICTNESS_LEVELS } from '../../src/domain/question.ts';
import { calibrateDecision } from '../../src/evaluation/calibrate-decision.ts';
import type { CalibrationExample } from '../../src/evaluation/calibration-example.ts';
import type { QuestionKind } from '../../src/evaluation/read-dataset.ts';
import { createRandom } from '../../src/evaluation/seeded-random.ts';

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
    expect(calibrateDecision(EXAMPLES, createRandom(1))).toEqual({ model, figures });
  });
});
