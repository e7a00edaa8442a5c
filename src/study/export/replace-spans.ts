import type { Span } from '../../domain/span.ts';

/** The text with each span, in order and without overlap, and what stands between them replaced. */
export function replaceSpans(
  text: string,
  spans: readonly Span[],
  inside: (words: string) => string,
  outside: (words: string) => string,
): string {
  let replaced = '';
  let at = 0;
  for (const { start, end } of spans) {
    replaced += outside(text.slice(at, start)) + inside(text.slice(start, end));
    at = end;
  }
  return replaced + outside(text.slice(at));
}
