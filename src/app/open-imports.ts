import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportWorker } from '../adapters/import/open-import-worker.ts';
import { openImportWorker } from '../adapters/import/open-import-worker.ts';
import { openLocalArticles } from '../adapters/import/local-articles.ts';
import { findSources } from '../adapters/import/read-sources.ts';
import type { Imports } from '../cli/services.ts';
import { IMPORT_ENDINGS } from '../corpus/formats/detect-format.ts';
import type { KnownArticle } from '../domain/importing.ts';
import { readCorpus } from './read-corpus.ts';

/** The thread that parsers run in; it starts with the first source. */
export function openImporter(): ImportWorker {
  return openImportWorker(new URL('./import-worker.ts', import.meta.url));
}

/** What adds articles to a corpus folder and removes them. */
export function openImports(corpusDir: string, worker: ImportWorker): Imports {
  return {
    local: openLocalArticles(corpusDir),
    loadKnown: () => loadKnownArticles(corpusDir),
    findSources: (argument) => findSources(argument, { endings: IMPORT_ENDINGS }),
    importSource: (source, options) => worker.importSource(source, options),
    // Outside of the data folder, where nothing may stay of an article that is removed.
    async saveDetails(text) {
      const path = join(await mkdtemp(join(tmpdir(), 'verbatim-add-')), 'report.txt');
      await writeFile(path, text);
      return path;
    },
    close: () => worker.close(),
  };
}

/** What the corpus holds before something is added or removed; a folder that is yet to be made holds nothing. */
async function loadKnownArticles(corpusDir: string): Promise<readonly KnownArticle[]> {
  const missing = await stat(corpusDir).then(
    () => false,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
  );
  if (missing) return [];
  const { entries } = await readCorpus(corpusDir);
  return entries.map(({ article, file }) => ({
    id: article.id,
    title: article.title,
    file,
    text: article.text,
  }));
}
