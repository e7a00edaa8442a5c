import type { DecisionModel, Thresholds } from '../answering/decide.ts';
import { scoreSignals } from '../answering/decide.ts';
import { SIGNAL_NAMES } from '../answering/signals.ts';
import type { Signals } from '../answering/signals.ts';
import { STRICTNESS_LEVELS } from '../domain/question.ts';
import type { Strictness } from '../domain/question.ts';
import { fitLogistic } from './fit-logistic.ts';
import { measureAuroc } from './measure-auroc.ts';
import type { QuestionKind } from './read-dataset.ts';

/** One question's signals, with what they should lead to. */
export interface CalibrationExample {
  readonly signals: Signals;
  readonly kind: QuestionKind;
  /** Cross-validation leaves whole groups out: the article that the question is about. */
  readonly group: string;
}

/**
 * The share of near-miss questions that each level may answer wrongly, weak answers counting half. The weak
 * threshold takes 1.4 times that share and the strong one 0.6 times.
 */
export const FALSE_ANSWER_TARGETS: Readonly<Record<Strictness, number>> = {
  strict: 0.03,
  balanced: 0.08,
  lenient: 0.2,
};
const WEAK_SHARE = 1.4;
const STRONG_SHARE = 0.6;
/** Penalty per example; the signals are strongly correlated. */
const RIDGE = 0.1;
/** An answer from a text on another subject is the worse mistake: a far question weighs as much as two near ones. */
const FAR_WEIGHT = 2;
const FOLDS = 8;

export interface CalibrationFigures {
  readonly examples: number;
  readonly aurocFar: number;
  readonly aurocNear: number;
  readonly levels: Readonly<
    Record<
      Strictness,
      {
        readonly answeredRate: number;
        readonly falseAnswerRateFar: number;
        readonly falseAnswerRateNear: number;
      }
    >
  >;
}

/** Fits the model on all examples; the figures are cross-validated by group. */
export function calibrateDecision(
  examples: readonly CalibrationExample[],
  random: () => number,
): { readonly model: DecisionModel; readonly figures: CalibrationFigures } {
  const heldOut = crossValidate(examples, random);
  const whole = fitModel(examples);
  // Thresholds from held-out scores: those of the fitted examples flatter themselves.
  const thresholds = chooseThresholds(heldOut);
  return { model: { ...whole, thresholds }, figures: measureFigures(heldOut, thresholds) };
}

interface Scored {
  readonly example: CalibrationExample;
  readonly score: number;
}

function crossValidate(examples: readonly CalibrationExample[], random: () => number): readonly Scored[] {
  const groups = [...new Set(examples.map((example) => example.group))]
    .map((group) => ({ group, key: random() }))
    .sort((a, b) => a.key - b.key);
  const foldOf = new Map(groups.map(({ group }, i) => [group, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitModel(examples.filter((example) => foldOf.get(example.group) !== fold));
    return examples
      .filter((example) => foldOf.get(example.group) === fold)
      .map((example) => ({ example, score: scoreSignals(model, example.signals) }));
  }).flat();
}

/** With thresholds of 0, which the caller chooses. */
function fitModel(examples: readonly CalibrationExample[]): DecisionModel {
  const weigh = ({ kind }: CalibrationExample): number => (kind === 'unanswerable-far' ? FAR_WEIGHT : 1);
  const totalOf = (side: boolean): number =>
    examples
      .filter(({ kind }) => isUnanswerable(kind) === side)
      .reduce((sum, example) => sum + weigh(example), 0);
  const totals = { answerable: totalOf(false), unanswerable: totalOf(true) };
  // Both sides weigh the same, whatever the data set's mix.
  const fit = fitLogistic(
    examples.map((example) => ({
      features: SIGNAL_NAMES.map((name) => example.signals[name]),
      label: !isUnanswerable(example.kind),
      weight: weigh(example) / (isUnanswerable(example.kind) ? totals.unanswerable : totals.answerable),
    })),
    RIDGE,
  );
  const signals = Object.fromEntries(
    SIGNAL_NAMES.map((name, j) => [
      name,
      { mean: round(fit.means[j]), deviation: round(fit.deviations[j]), weight: round(fit.weights[j]) },
    ]),
  ) as DecisionModel['signals'];
  const open = { weak: 0, strong: 0 };
  return { bias: round(fit.bias), signals, thresholds: { strict: open, balanced: open, lenient: open } };
}

function isUnanswerable(kind: QuestionKind): boolean {
  return kind === 'unanswerable-far' || kind === 'unanswerable-near';
}

function chooseThresholds(scored: readonly Scored[]): Readonly<Record<Strictness, Thresholds>> {
  const near = scored
    .filter(({ example }) => example.kind === 'unanswerable-near')
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  /** The score that just `share` of the near misses exceed. */
  const exceededBy = (share: number): number => round(near[Math.floor(share * near.length)] ?? 1);
  const levels = STRICTNESS_LEVELS.map((level): [Strictness, Thresholds] => {
    const target = FALSE_ANSWER_TARGETS[level];
    return [level, { weak: exceededBy(target * WEAK_SHARE), strong: exceededBy(target * STRONG_SHARE) }];
  });
  return Object.fromEntries(levels) as Record<Strictness, Thresholds>;
}

function measureFigures(
  scored: readonly Scored[],
  thresholds: Readonly<Record<Strictness, Thresholds>>,
): CalibrationFigures {
  const of = (wanted: (kind: QuestionKind) => boolean): readonly number[] =>
    scored.filter(({ example }) => wanted(example.kind)).map(({ score }) => score);
  const answerable = of((kind) => !isUnanswerable(kind));
  const far = of((kind) => kind === 'unanswerable-far');
  const near = of((kind) => kind === 'unanswerable-near');
  const levels = STRICTNESS_LEVELS.map((level) => {
    const { weak, strong } = thresholds[level];
    const rate = (scores: readonly number[]): number =>
      round(
        scores.reduce((sum, score) => sum + (score >= strong ? 1 : score >= weak ? 0.5 : 0), 0) /
          scores.length,
      );
    return [
      level,
      { answeredRate: rate(answerable), falseAnswerRateFar: rate(far), falseAnswerRateNear: rate(near) },
    ];
  });
  return {
    examples: scored.length,
    aurocFar: round(measureAuroc(answerable, far)),
    aurocNear: round(measureAuroc(answerable, near)),
    levels: Object.fromEntries(levels) as CalibrationFigures['levels'],
  };
}

function round(value: number | undefined): number {
  return Number((value ?? 0).toFixed(4));
}
