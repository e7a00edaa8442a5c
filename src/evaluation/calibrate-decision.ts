import type { DecisionModel, SignalWeight, Thresholds } from '../answering/decide.ts';
import { scoreSignals } from '../answering/decide.ts';
import { READER_SIGNAL_NAMES, SIGNAL_NAMES } from '../answering/signals.ts';
import { STRICTNESS_LEVELS } from '../domain/question.ts';
import type { Strictness } from '../domain/question.ts';
import type { CalibrationExample, Scored } from './calibration-example.ts';
import { fitLogistic } from './fit-logistic.ts';
import { measureCalibration } from './measure-calibration.ts';
import type { CalibrationFigures } from './measure-calibration.ts';
import { isAnswerable } from './read-dataset.ts';

/** The share of the answers that has to be right from a threshold on, in the mix below. */
export const PRECISION_TARGETS: Readonly<Record<Strictness, Thresholds>> = {
  strict: { weak: 0.8, strong: 0.9 },
  balanced: { weak: 0.74, strong: 0.85 },
  lenient: { weak: 0.68, strong: 0.8 },
};
/** Of four questions that people ask, three are answered somewhere in the articles. */
const ANSWERABLE_SHARE = 0.75;
/**
 * What the wrong sentence is worth where the articles do hold an answer: to have missed it by a sentence is a lesser
 * mistake than to have quoted what answers nothing, and a score that knows both tells near misses apart better.
 */
const NEARBY_TARGET = 0.3;
/** Penalty per example; the signals are strongly correlated. */
const RIDGE = 0.01;
const FOLDS = 8;

/** Fits the model on all examples; thresholds and figures are cross-validated by group. */
export function calibrateDecision(
  examples: readonly CalibrationExample[],
  random: () => number,
): { readonly model: DecisionModel; readonly figures: CalibrationFigures } {
  const weights = weighMix(examples);
  const heldOut = crossValidate(examples, weights, random);
  const thresholds = chooseThresholds(heldOut);
  return {
    model: { ...fitModel(examples, weights), thresholds },
    figures: measureCalibration(heldOut, thresholds),
  };
}

/** Every data set counts alike on each side, and the sides as they do in use. */
function weighMix(examples: readonly CalibrationExample[]): readonly number[] {
  const key = ({ set, kind }: CalibrationExample): string => `${String(isAnswerable(kind))} ${set}`;
  const counts = new Map<string, number>();
  for (const example of examples) counts.set(key(example), (counts.get(key(example)) ?? 0) + 1);
  const groups = (side: boolean): number =>
    [...counts.keys()].filter((name) => name.startsWith(String(side))).length;
  return examples.map((example) => {
    const side = isAnswerable(example.kind);
    const share = side ? ANSWERABLE_SHARE : 1 - ANSWERABLE_SHARE;
    return share / groups(side) / (counts.get(key(example)) ?? 1);
  });
}

function crossValidate(
  examples: readonly CalibrationExample[],
  weights: readonly number[],
  random: () => number,
): readonly Scored[] {
  const groups = [...new Set(examples.map((example) => example.group))]
    .map((group) => ({ group, key: random() }))
    .sort((a, b) => a.key - b.key);
  const foldOf = new Map(groups.map(({ group }, i) => [group, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = (example: CalibrationExample): boolean => foldOf.get(example.group) === fold;
    const model = fitModel(
      examples.filter((example) => !isOut(example)),
      weights.filter((_, i) => examples[i] && !isOut(examples[i])),
    );
    return examples.flatMap((example, i): Scored[] =>
      isOut(example)
        ? [{ example, weight: weights[i] ?? 0, score: scoreSignals(model, example.signals) }]
        : [],
    );
  }).flat();
}

/** With thresholds of 0, which the caller chooses. */
function fitModel(examples: readonly CalibrationExample[], weights: readonly number[]): DecisionModel {
  // Now and then even a reader has nothing to read: one such question is no reason to do without its signals.
  const hasReader = examples.some(({ signals }) =>
    READER_SIGNAL_NAMES.every((name) => signals[name] !== undefined),
  );
  const names = hasReader ? [...SIGNAL_NAMES, ...READER_SIGNAL_NAMES] : SIGNAL_NAMES;
  const fit = fitLogistic(
    examples.map((example, i) => ({
      features: names.map((name) => example.signals[name] ?? 0),
      target: example.right ? 1 : isAnswerable(example.kind) ? NEARBY_TARGET : 0,
      weight: weights[i] ?? 0,
    })),
    RIDGE,
  );
  const signals = Object.fromEntries(
    names.map((name, j): [string, SignalWeight] => [
      name,
      { mean: round(fit.means[j]), deviation: round(fit.deviations[j]), weight: round(fit.weights[j]) },
    ]),
  ) as DecisionModel['signals'];
  const open = { weak: 0, strong: 0 };
  return { bias: round(fit.bias), signals, thresholds: { strict: open, balanced: open, lenient: open } };
}

function chooseThresholds(scored: readonly Scored[]): Readonly<Record<Strictness, Thresholds>> {
  const levels = STRICTNESS_LEVELS.map((level): [Strictness, Thresholds] => {
    const { weak, strong } = PRECISION_TARGETS[level];
    return [level, { weak: thresholdFor(scored, weak), strong: thresholdFor(scored, strong) }];
  });
  return Object.fromEntries(levels) as Record<Strictness, Thresholds>;
}

/**
 * The least score from which on the share of right answers is still at least `precision`, in steps of .0001; 1 where
 * none is. Scores of one step are let in together, or not at all.
 */
function thresholdFor(scored: readonly Scored[], precision: number): number {
  const steps = scored
    .map((one) => ({ ...one, score: Math.floor(one.score * 10_000) / 10_000 }))
    .sort((a, b) => b.score - a.score);
  let [right, all, threshold] = [0, 0, 1];
  steps.forEach(({ example, weight, score }, i) => {
    all += weight;
    right += example.right ? weight : 0;
    if (steps[i + 1]?.score !== score && right / all >= precision) threshold = score;
  });
  return threshold;
}

function round(value: number | undefined): number {
  return Number((value ?? 0).toFixed(4));
}
