import { describe, expect, it } from 'vitest';
import { decide, scoreSignals } from '../../src/answering/decide.ts';
import { SIGNAL_NAMES } from '../../src/answering/signals.ts';
import type { Signals } from '../../src/answering/signals.ts';
import { readDecisionModel } from '../../src/app/decision-model.ts';
import { STRICTNESS_LEVELS } from '../../src/domain/question.ts';

const allAt = (value: number): Signals =>
  Object.fromEntries(SIGNAL_NAMES.map((name) => [name, value])) as unknown as Signals;

describe('decide', () => {
  const thresholds = { weak: 0.3, strong: 0.6 };

  it.each([
    [0.29, 'abstain'],
    [0.3, 'weak'],
    [0.59, 'weak'],
    [0.6, 'strong'],
    [1, 'strong'],
  ] as const)('takes a score of %d for %s', (score, decision) => {
    expect(decide(score, thresholds)).toBe(decision);
  });
});

describe('the shipped decision', () => {
  it('has a mean, a deviation and a weight for each signal, and says where they come from', async () => {
    const model = await readDecisionModel();
    for (const name of SIGNAL_NAMES) {
      const { mean, deviation, weight } = model.signals[name];
      expect([mean, weight].every(Number.isFinite)).toBe(true);
      expect(deviation).toBeGreaterThan(0);
    }
    expect(model).toHaveProperty('provenance.data');
    expect(model).toHaveProperty('provenance.seed');
    expect(model).toHaveProperty('provenance.date');
  });

  it('asks for more the stricter it is', async () => {
    const { thresholds } = await readDecisionModel();
    const weak = STRICTNESS_LEVELS.map((level) => thresholds[level].weak);
    expect(weak).toEqual(weak.toSorted((a, b) => b - a));
    for (const level of STRICTNESS_LEVELS) {
      expect(thresholds[level].weak).toBeGreaterThan(0);
      expect(thresholds[level].strong).toBeGreaterThan(thresholds[level].weak);
      expect(thresholds[level].strong).toBeLessThan(1);
    }
  });

  it('scores a perfect match above every threshold and none at all below', async () => {
    const model = await readDecisionModel();
    const perfect = scoreSignals(model, { ...allAt(1), margin: 0.5, lacksAnswer: 0 });
    const nothing = scoreSignals(model, { ...allAt(0), lacksAnswer: 1 });
    expect(perfect).toBeGreaterThan(model.thresholds.strict.strong);
    expect(nothing).toBeLessThan(model.thresholds.lenient.weak);
    expect(nothing).toBeGreaterThan(0);
    expect(perfect).toBeLessThan(1);
  });
});
