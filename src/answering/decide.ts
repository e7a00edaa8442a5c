import type { Strictness } from '../domain/question.ts';
import type { Confidence } from '../domain/reply.ts';
import type { ReadingWeights } from './read-candidates.ts';
import { READER_SIGNAL_NAMES, SIGNAL_NAMES } from './signals.ts';
import type { ReaderSignalName, Signals } from './signals.ts';

/** Scores that an answer has to reach; below `weak` the article is said not to answer. */
export interface Thresholds {
  readonly weak: number;
  readonly strong: number;
}

/** How one signal weighs: `weight · (signal - mean) / deviation`. */
export interface SignalWeight {
  readonly mean: number;
  readonly deviation: number;
  readonly weight: number;
}

/** A logistic model over standardised signals; written by `npm run calibrate`. */
export interface DecisionModel {
  readonly bias: number;
  readonly signals: Readonly<Record<(typeof SIGNAL_NAMES)[number], SignalWeight>> &
    Partial<Readonly<Record<ReaderSignalName, SignalWeight>>>;
  readonly thresholds: Readonly<Record<Strictness, Thresholds>>;
  /** Present in the model that decides with a reader. */
  readonly reading?: ReadingWeights;
}

/** 1 / (1 + e^-(bias + Σ weight · (signal - mean) / deviation)), in (0, 1); what was not measured adds nothing. */
export function scoreSignals(model: DecisionModel, signals: Signals): number {
  const logit = [...SIGNAL_NAMES, ...READER_SIGNAL_NAMES].reduce((sum, name) => {
    const known = model.signals[name];
    const value = signals[name];
    return known && value !== undefined ? sum + (known.weight * (value - known.mean)) / known.deviation : sum;
  }, model.bias);
  return 1 / (1 + Math.exp(-logit));
}

/** `abstain` when the score is below both thresholds. */
export function decide(score: number, thresholds: Thresholds): Confidence | 'abstain' {
  if (score >= thresholds.strong) return 'strong';
  return score >= thresholds.weak ? 'weak' : 'abstain';
}

const SURENESS: readonly (Confidence | 'abstain')[] = ['abstain', 'weak', 'strong'];

/** The less sure of two. */
export function lesser(a: Confidence | 'abstain', b: Confidence | 'abstain'): Confidence | 'abstain' {
  return SURENESS.indexOf(a) < SURENESS.indexOf(b) ? a : b;
}
