/** Shorter texts are too little to tell a language by. */
const MIN_LETTERS = 12;
/** tinyld's own accuracy measure, in [0, 1]; keywords and names score lower. */
const MIN_ACCURACY = 0.35;

const names = new Intl.DisplayNames('en', { type: 'language' });

/**
 * The English name of the text's language, or undefined when it cannot be told. The profiles of the languages
 * are loaded with the first text: an answer needs none, only an abstention does.
 */
export async function detectLanguage(text: string): Promise<string | undefined> {
  if (text.replace(/[^\p{L}]/gu, '').length < MIN_LETTERS) return undefined;
  const { detectAll } = await import('tinyld');
  const [first, second] = detectAll(text);
  if (!first || first.accuracy < MIN_ACCURACY) return undefined;
  if (second && first.accuracy - second.accuracy < 0.1) return undefined;
  return names.of(first.lang);
}
