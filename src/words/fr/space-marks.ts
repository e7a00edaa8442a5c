/**
 * The same texts with the spaces that French has before its marks and inside its quotation marks as ones at which no
 * line breaks, so that they can be written as usual.
 */
export function spaceMarks<T>(texts: T): T {
  const spaced: unknown = JSON.parse(JSON.stringify(texts), (_, value: unknown) =>
    typeof value === 'string' ? spaceText(value) : value,
  );
  return spaced as T;
}

/** Narrow before the marks of a sentence, wide before a colon. */
function spaceText(text: string): string {
  return text
    .replaceAll(/ (?=[;!?])/gu, '\u{202f}')
    .replaceAll(/ (?=[:»])/gu, '\u{a0}')
    .replaceAll('« ', '«\u{a0}');
}
