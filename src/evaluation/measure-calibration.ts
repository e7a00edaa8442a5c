import type { Thresholds } from '../answering/decide.ts';
import { STRICTNESS_LEVELS } from '../domain/question.ts';
import type { Strictness } from '../domain/question.ts';
import type { Scored } from './calibration-example.ts';
import { measureAuroc } from './measure-auroc.ts';
import { isAnswerable } from './read-dataset.ts';
import type { QuestionKind } from './read-dataset.ts';

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

/** Shares rather than counts: the mix weighs each example. */
export function measureCalibration(
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
