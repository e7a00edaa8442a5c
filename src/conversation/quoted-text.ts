/** Words that a quotation needs to be told from a title or an ironic word. */
const MIN_WORDS = 3;

/**
 * What a message quotes: the lines after `>`, else the longest text between quotation marks, else all of it. Mentions
 * and links are nobody's quotation.
 */
export function findQuotedText(message: string): string {
  const text = message.replace(/<[@#:a][^>\s]*>|<?https?:\/\/[^\s>]+>?/gu, ' ');
  const lines = text.split('\n').filter((line) => /^\s*>/u.test(line));
  if (lines.length > 0)
    return lines
      .map((line) => line.replace(/^\s*>(?:>>)?\s?/u, ''))
      .join('\n')
      .trim();
  const quoted = [...text.matchAll(/[“„«]([^“”„«»]+)[”“»]|"([^"]+)"/gu)]
    .map(([, curly, straight]) => (curly ?? straight ?? '').trim())
    .filter((part) => part.split(/\s+/u).length >= MIN_WORDS)
    .sort((a, b) => b.length - a.length);
  return quoted[0] ?? text.trim();
}
