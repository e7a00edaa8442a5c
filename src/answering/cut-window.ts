import type { ParagraphBlock } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';
import { overlaps } from '../domain/span.ts';

/**
 * The sentence with as many neighbours as fit, nearest first and the one before ahead of the one after, never past
 * the paragraph: what it leans on usually stands before it.
 * @param room tokens that the window may have
 * @returns offsets into the article
 */
export function cutWindow(
  paragraph: ParagraphBlock,
  sentence: Span,
  { room, countTokens }: { readonly room: number; readonly countTokens: (span: Span) => number },
): Span {
  const { sentences } = paragraph;
  const at = sentences.findIndex((other) => overlaps(other, sentence));
  if (at < 0) return { start: sentence.start, end: sentence.end };
  let [first, last] = [at, at];
  let window: Span = { start: sentence.start, end: sentence.end };
  for (let grown = true; grown;) {
    grown = false;
    for (const side of ['before', 'after'] as const) {
      const neighbour = sentences[side === 'before' ? first - 1 : last + 1];
      if (!neighbour) continue;
      const wider = {
        start: Math.min(window.start, neighbour.start),
        end: Math.max(window.end, neighbour.end),
      };
      if (countTokens(wider) > room) continue;
      window = wider;
      if (side === 'before') first -= 1;
      else last += 1;
      grown = true;
    }
  }
  return window;
}
