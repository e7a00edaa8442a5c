import type { WindowReading } from '../domain/ports/reader.ts';
import type { Span } from '../domain/span.ts';

/** The best answer of a window within some bounds. */
export interface ReadSpan extends Span {
  /**
   * Log of how much more probable it is that the answer begins and ends within the bounds, at whatever words, than that
   * there is none, with both ends taken as independent: above 0 the reader would rather answer than not.
   */
  readonly margin: number;
}

/** The same with the window that it was read in: the place in the order of reading, from 0. */
export interface WindowSpan extends ReadSpan {
  readonly window: number;
}

/** Margins are cut to ± this: beyond it a greater one says nothing more; the reader rarely comes so far. */
export const MARGIN_LIMIT = 12;

/** The margin, cut to ± limit. */
export function cutMargin(margin: number, limit = MARGIN_LIMIT): number {
  return Math.max(-limit, Math.min(limit, margin));
}

/** Tokens that an answer may have; longer ones were rare in training. */
const MAX_SPAN_TOKENS = 24;

/**
 * The span with the greatest start plus end score whose words all lie within `bounds`. The margin counts every span there: a long
 * answer may begin and end at several words, none of which has a great score alone.
 * @param bounds half-open offsets into the window's text
 * @returns offsets into the window's text; undefined when no token lies within the bounds
 */
export function findBestSpan(reading: WindowReading, bounds: Span): ReadSpan | undefined {
  const { tokens, starts, ends, nullScore } = reading;
  const inside = tokens.flatMap((token, i) =>
    token.start >= bounds.start && token.end <= bounds.end ? [i] : [],
  );
  let best: { readonly from: number; readonly to: number; readonly score: number } | undefined;
  for (const from of inside) {
    const last = Math.min(from + MAX_SPAN_TOKENS - 1, inside.at(-1) ?? from);
    for (let to = from; to <= last; to += 1) {
      const score = (starts[from] ?? -Infinity) + (ends[to] ?? -Infinity);
      if (!best || score > best.score) best = { from, to, score };
    }
  }
  const start = best && tokens[best.from]?.start;
  const end = best && tokens[best.to]?.end;
  if (!best || start === undefined || end === undefined) return undefined;
  return { start, end, margin: addUp(inside, starts) + addUp(inside, ends) - nullScore };
}

/** Logit of any of these tokens together: log Σ exp. */
function addUp(tokens: readonly number[], logits: Float32Array): number {
  const scores = tokens.map((token) => logits[token] ?? -Infinity);
  const most = Math.max(...scores);
  return most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
}
