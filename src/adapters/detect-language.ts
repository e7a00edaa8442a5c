import { createRequire } from 'node:module';

/** Shorter texts are too little to tell a language by. */
const MIN_LETTERS = 12;
/** tinyld's own accuracy measure, in [0, 1]; keywords and names score lower. */
const MIN_ACCURACY = 0.35;

const names = new Intl.DisplayNames('en', { type: 'language' });
const require = createRequire(import.meta.url);

/** The English name of the text's language, or undefined when it cannot be told. */
export function detectLanguage(text: string): string | undefined {
  if (text.replace(/[^\p{L}]/gu, '').length < MIN_LETTERS) return undefined;
  // Its profiles take a while to load; few commands need them.
  const { detectAll } = require('tinyld') as typeof import('tinyld');
  const [first, second] = detectAll(text);
  if (!first || first.accuracy < MIN_ACCURACY) return undefined;
  if (second && first.accuracy - second.accuracy < 0.1) return undefined;
  return names.of(first.lang);
}
