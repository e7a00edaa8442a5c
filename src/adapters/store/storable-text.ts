/** The text as every database can keep it: PostgreSQL knows no NUL, and UTF-8 no half of a pair. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}
