import { stat } from 'node:fs/promises';
import type { KnownArticle } from '../domain/importing.ts';
import type { Composition } from './compose.ts';

/** What the corpus holds before something is added or removed; a folder that is yet to be made holds nothing. */
export async function loadKnownArticles(composition: Composition): Promise<readonly KnownArticle[]> {
  const missing = await stat(composition.config.corpusDir).then(
    () => false,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
  );
  if (missing) return [];
  const { entries } = await composition.readCorpus();
  return entries.map(({ article, file }) => ({
    id: article.id,
    title: article.title,
    file,
    text: article.text,
  }));
}
