/**
 * Half-open UTF-16 offsets: `text.slice(start, end)` is what the span names.
 * In 'Kim met Belousov.' the word 'met' is `{ start: 4, end: 7 }`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
