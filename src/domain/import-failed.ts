import { MAX_ARTICLE_BYTES } from './article-limits.ts';
import { VerbatimError } from './errors.ts';

/** Bytes of one source; the same as for an article of the corpus, which it is to become. */
export const MAX_SOURCE_BYTES = MAX_ARTICLE_BYTES;

/**
 * The one kind of error of an import, such as 'a.pdf was not added: it is empty. Add a file that holds text.'
 * @param why a clause without a full stop
 * @param advice full sentences: what to do
 */
export function importFailed(name: string, why: string, advice: string, cause?: unknown): VerbatimError {
  return new VerbatimError('import-failed', `${name} was not added: ${why}. ${advice}`, { cause });
}
