import { VerbatimError } from './errors.ts';

/** Bytes; a book of a million words is about 6 MB. */
export const MAX_ARTICLE_BYTES = 20 * 1024 * 1024;

/** The error for a file over the limit; raised before such a file is read at all. */
export function articleTooLarge(path: string, bytes: number): VerbatimError {
  const megabytes = (count: number): string => (count / 1024 / 1024).toFixed(1);
  return new VerbatimError(
    'article-too-large',
    `${path} has ${megabytes(bytes)} MB; at most ${megabytes(MAX_ARTICLE_BYTES)} MB are read. Split it into several articles.`,
  );
}
