import { once } from 'node:events';
import { join } from 'node:path';
import { waitForLock } from '../adapters/lock-process.ts';
import type { CorpusReading, Workspace } from '../cli/services.ts';
import type { Corpus } from '../indexing/build-index.ts';
import { openEmptyLibrary } from '../library/empty-library.ts';
import type { Composition } from './compose.ts';
import type { Config } from './config.ts';
import { readCorpus } from './read-corpus.ts';

/** Held from the look at what has changed until the new generation is current. */
const INDEXING = 'indexing.lock';

/**
 * The corpus and its index, as commands see them.
 * @param compose called when the index or the model is first needed: it brings in the libraries of both
 */
export function openWorkspace(config: Config, compose: () => Promise<Composition>): Workspace {
  let seen: Corpus | undefined;
  const readingOf = (corpus: Corpus, readAt: string): CorpusReading => ({
    entries: corpus.entries,
    leftOut: corpus.leftOut,
    isIndexed: async () => (await compose()).isIndexCurrent(corpus),
    async updateIndex({ onWait, ...run }) {
      const composition = await compose();
      const isCurrent = !run.rebuild && (await composition.isIndexCurrent(corpus).catch(() => false));
      const release = isCurrent ? undefined : await takeTurn(config.indexDir, onWait);
      try {
        const corpusNow = isCurrent ? corpus : await rereadIfOlder(composition, corpus, readAt);
        const { manifest, ...update } = await composition.updateIndex(corpusNow, run);
        return { ...update, generation: manifest.generation };
      } finally {
        await release?.();
      }
    },
  });
  return {
    corpusDir: config.corpusDir,
    async readCorpus() {
      const readAt = new Date().toISOString();
      seen = await readCorpus(config.corpusDir);
      return readingOf(seen, readAt);
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

/** A folder that nothing can be written to is no news here: writing the index says it better. */
function takeTurn(indexDir: string, onWait?: (pid: number) => void): Promise<() => Promise<void>> {
  return waitForLock(join(indexDir, INDEXING), onWait).catch(() => () => Promise.resolve());
}

/** What another process has indexed since may be newer than the reading, and must not be undone by it. */
async function rereadIfOlder(
  { store, config }: Composition,
  corpus: Corpus,
  readAt: string,
): Promise<Corpus> {
  const manifest = await store.currentManifest().catch(() => undefined);
  return manifest !== undefined && manifest.created >= readAt ? readCorpus(config.corpusDir) : corpus;
}
