import type { Strictness } from '../domain/question.ts';
import type { Confidence } from '../domain/reply.ts';
import { SIGNAL_NAMES } from './signals.ts';
import type { Signals } from './signals.ts';

/** Scores that an answer has to reach; below `weak` the article is said not to answer. */
export interface Thresholds {
  readonly weak: number;
  readonly strong: number;
}

/** A logistic model over standardised signals; written by `npm run calibrate`. */
export interface DecisionModel {
  readonly bias: number;
  readonly signals: Readonly<
    Record<keyof Signals, { readonly mean: number; readonly deviation: number; readonly weight: number }>
  >;
  readonly thresholds: Readonly<Record<Strictness, Thresholds>>;
}

/** 1 / (1 + e^-(bias + Σ weight · (signal - mean) / deviation)), in (0, 1). */
export function scoreSignals(model: DecisionModel, signals: Signals): number {
  const logit = SIGNAL_NAMES.reduce((sum, name) => {
    const { mean, deviation, weight } = model.signals[name];
    return sum + (weight * (signals[name] - mean)) / deviation;
  }, model.bias);
  return 1 / (1 + Math.exp(-logit));
}

/** `abstain` when the score is below both thresholds. */
export function decide(score: number, thresholds: Thresholds): Confidence | 'abstain' {
  if (score >= thresholds.strong) return 'strong';
  return score >= thresholds.weak ? 'weak' : 'abstain';
}
