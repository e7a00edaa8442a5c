import type { Span } from '../domain/span.ts';
import { asksForSpan } from './answer-type.ts';
import type { ScoredSentence } from './rank-sentences.ts';

/** Below it the reader's span is a guess, and nothing stands in bold. */
const POINT_MARGIN = -4;

/** Where the reader points, relative to the excerpt; undefined where a question has no answer of a few words. */
export function pointAt(question: string, { answer }: ScoredSentence, excerpt: Span): Span | undefined {
  if (!answer || answer.margin < POINT_MARGIN || !asksForSpan(question)) return undefined;
  if (answer.start < excerpt.start || answer.end > excerpt.end) return undefined;
  return { start: answer.start - excerpt.start, end: answer.end - excerpt.start };
}
