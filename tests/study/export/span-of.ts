import type { Span } from '../../../src/domain/span.ts';

/** Where the words stand in the text, the first time or a later one, counted from 0. */
export function spanOf(text: string, words: string, time = 0): Span {
  let start = text.indexOf(words);
  for (let at = 0; at < time; at += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” does not stand in “${text}”.`);
  return { start, end: start + words.length };
}
