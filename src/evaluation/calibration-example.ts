import type { Signals } from '../answering/signals.ts';
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

/** What a model that has not seen the example makes of it. */
export interface Scored {
  readonly example: CalibrationExample;
  readonly weight: number;
  readonly score: number;
}
