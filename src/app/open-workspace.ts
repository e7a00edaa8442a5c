import { once } from 'node:events';
import type { CorpusReading, Workspace } from '../cli/services.ts';
import type { Corpus } from '../indexing/build-index.ts';
import { openEmptyLibrary } from '../library/empty-library.ts';
import type { Composition } from './compose.ts';
import type { Config } from './config.ts';
import { readCorpus } from './read-corpus.ts';

/**
 * The corpus and its index, as commands see them.
 * @param compose called when the index or the model is first needed: it brings in the libraries of both
 */
export function openWorkspace(config: Config, compose: () => Promise<Composition>): Workspace {
  let seen: Corpus | undefined;
  const readingOf = (corpus: Corpus): CorpusReading => ({
    entries: corpus.entries,
    leftOut: corpus.leftOut,
    isIndexed: async () => (await compose()).isIndexCurrent(corpus),
    async updateIndex(run) {
      const { manifest, ...update } = await (await compose()).updateIndex(corpus, run);
      return { ...update, generation: manifest.generation };
    },
  });
  return {
    corpusDir: config.corpusDir,
    async readCorpus() {
      seen = await readCorpus(config.corpusDir);
      return readingOf(seen);
    },
    dropOlder: async () => (await compose()).store.dropOlder(),
    hasIndex: async () => (await (await compose()).store.currentManifest()) !== undefined,
    async indexedPassages() {
      const manifest = await (await compose()).store.currentManifest();
      return new Map(manifest?.articles.map(({ id, passages }) => [id, passages]));
    },
    async openLibrary() {
      seen ??= await readCorpus(config.corpusDir);
      return seen.entries.length === 0
        ? { library: openEmptyLibrary(), close: () => Promise.resolve() }
        : (await compose()).openLibrary();
    },
    async openCards(library) {
      return (await import('./open-cards.ts')).openCards(library, config.corpusDir);
    },
    async exportCards(decks, request) {
      return (await import('./export-cards.ts')).exportCards(decks, request);
    },
    async watchCorpus(onChange, onError) {
      const { watch } = await import('chokidar');
      const watcher = watch(config.corpusDir, { ignoreInitial: true });
      watcher.on('error', onError);
      await once(watcher, 'ready');
      watcher.on('all', onChange);
      return () => watcher.close();
    },
  };
}
