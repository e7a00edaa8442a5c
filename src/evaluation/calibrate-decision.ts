import type { DecisionModel, SignalWeight, Thresholds } from '../answering/decide.ts';
import { scoreSignals } from '../answering/decide.ts';
import { READER_SIGNAL_NAMES, SIGNAL_NAMES } from '../answering/signals.ts';
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
  /** Whether the first excerpt answers; never so for a question without an answer. */
  readonly right: boolean;
  /** Cross-validation leaves whole groups out: the article that the question is about. */
  readonly group: string;
  /** Data set that it is from: each counts alike, whatever its size. */
  readonly set: string;
}

/** The share of the answers that has to be right from a threshold on, in the mix below. */
export const PRECISION_TARGETS: Readonly<Record<Strictness, Thresholds>> = {
  strict: { weak: 0.88, strong: 0.97 },
  balanced: { weak: 0.75, strong: 0.95 },
  lenient: { weak: 0.65, strong: 0.9 },
};
/** Of four questions that people ask, three are answered somewhere in the articles. */
const ANSWERABLE_SHARE = 0.75;
/** Penalty per example; the signals are strongly correlated. */
const RIDGE = 0.01;
const FOLDS = 8;

export interface CalibrationFigures {
  readonly examples: number;
  readonly aurocFar: number;
  readonly aurocNear: number;
  readonly levels: Readonly<Record<Strictness, LevelFigures>>;
  /** What a score means: of the answers with a score in each tenth, how many are right. */
  readonly reliability: readonly ReliabilityRow[];
  /** Mean squared error of the score as a chance to be right, before and after an isotonic regression. */
  readonly brier: { readonly logistic: number; readonly isotonic: number };
}

/** Shares of all questions of the mix, and of what is said. */
export interface LevelFigures {
  readonly sureRate: number;
  readonly surePrecision: number;
  readonly answeredRate: number;
  readonly answerPrecision: number;
  readonly falseAnswerRateNear: number;
}

export interface ReliabilityRow {
  readonly from: number;
  readonly share: number;
  readonly right: number;
}

interface Scored {
  readonly example: CalibrationExample;
  readonly weight: number;
  readonly score: number;
}

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
    figures: measureFigures(heldOut, thresholds),
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
      label: example.right,
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

function isAnswerable(kind: QuestionKind): boolean {
  return kind !== 'unanswerable-far' && kind !== 'unanswerable-near';
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

function measureFigures(
  scored: readonly Scored[],
  thresholds: Readonly<Record<Strictness, Thresholds>>,
): CalibrationFigures {
  const of = (wanted: (kind: QuestionKind) => boolean): readonly number[] =>
    scored.filter(({ example }) => wanted(example.kind)).map(({ score }) => score);
  const near = scored.filter(({ example }) => example.kind === 'unanswerable-near');
  const levels = STRICTNESS_LEVELS.map((level): [Strictness, LevelFigures] => {
    const { weak, strong } = thresholds[level];
    const from = (least: number): readonly Scored[] => scored.filter(({ score }) => score >= least);
    return [
      level,
      {
        sureRate: round(weigh(from(strong)) / weigh(scored)),
        surePrecision: rightShare(from(strong)),
        answeredRate: round(weigh(from(weak)) / weigh(scored)),
        answerPrecision: rightShare(from(weak)),
        falseAnswerRateNear: round(
          near.filter(({ score }) => score >= weak).length / Math.max(1, near.length),
        ),
      },
    ];
  });
  return {
    examples: scored.length,
    aurocFar: round(
      measureAuroc(
        of(isAnswerable),
        of((kind) => kind === 'unanswerable-far'),
      ),
    ),
    aurocNear: round(
      measureAuroc(
        of(isAnswerable),
        of((kind) => kind === 'unanswerable-near'),
      ),
    ),
    levels: Object.fromEntries(levels) as CalibrationFigures['levels'],
    reliability: Array.from({ length: 10 }, (_, i) => {
      const inside = scored.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === i);
      return {
        from: i / 10,
        share: round(weigh(inside) / weigh(scored)),
        right: inside.length === 0 ? 0 : rightShare(inside),
      };
    }),
    brier: {
      logistic: brier(scored),
      isotonic: brier(makeIsotonic(scored)),
    },
  };
}

function weigh(scored: readonly Scored[]): number {
  return scored.reduce((sum, { weight }) => sum + weight, 0);
}

function rightShare(scored: readonly Scored[]): number {
  return round(weigh(scored.filter(({ example }) => example.right)) / Math.max(1e-12, weigh(scored)));
}

function brier(scored: readonly Scored[]): number {
  const error = scored.reduce(
    (sum, { example, weight, score }) => sum + weight * (score - (example.right ? 1 : 0)) ** 2,
    0,
  );
  return round(error / weigh(scored));
}

/** Pool adjacent violators (Ayer et al. 1955): the best non-decreasing fit, here flattered, being fitted on what it is judged on. */
function makeIsotonic(scored: readonly Scored[]): readonly Scored[] {
  const blocks: Scored[][] = [];
  for (const one of [...scored].sort((a, b) => a.score - b.score)) {
    let block = [one];
    for (let last = blocks.at(-1); last && rightShare(last) >= rightShare(block); last = blocks.at(-1)) {
      block = [...last, ...block];
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => block.map((one) => ({ ...one, score: rightShare(block) })));
}

function round(value: number | undefined): number {
  return Number((value ?? 0).toFixed(4));
}
