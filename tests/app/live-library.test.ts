import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { assembleLibrary, splitterFor } from '../../src/app/compose.ts';
import { readDecisionModel } from '../../src/app/decision-model.ts';
import { openLiveLibrary } from '../../src/app/live-library.ts';
import { EVERYONE } from '../../src/domain/audience.ts';
import type { LiveLibrary } from '../../src/app/live-library.ts';
import { buildIndex } from '../../src/indexing/build-index.ts';
import type { IndexStore } from '../../src/domain/ports/index-store.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createHashEmbedder } from '../doubles/hash-embedder.ts';
import { createMemoryIndexStore } from '../doubles/memory-index-store.ts';
import { corpusOf } from '../library-over.ts';

const SEALS = articleFrom('seals.md', 'Grey seals sleep on Hollow Island.');
const BIRDS = articleFrom('birds.md', 'Puffins nest on cliffs.');

async function write(store: IndexStore, articles: readonly (typeof SEALS)[]): Promise<void> {
  const embedder = createHashEmbedder();
  await buildIndex({
    corpus: corpusOf(articles),
    embedder,
    store,
    ...splitterFor(embedder),
    now: () => new Date(),
  });
}

interface Following {
  readonly live: LiveLibrary;
  readonly replaced: string[];
  readonly failed: unknown[];
  readonly manifestsRead: () => number;
}

async function follow(store: IndexStore): Promise<Following> {
  let manifestsRead = 0;
  const replaced: string[] = [];
  const failed: unknown[] = [];
  const watched: IndexStore = {
    ...store,
    currentManifest() {
      manifestsRead += 1;
      return store.currentManifest();
    },
  };
  const openLibrary = async () =>
    assembleLibrary({
      index: await store.open(),
      embedder: createHashEmbedder(),
      config: { strictness: 'balanced' },
      decision: await readDecisionModel(),
    });
  const live = await openLiveLibrary(
    { store: watched, openLibrary },
    { onReplaced: (generation) => replaced.push(generation), onFailed: (error) => failed.push(error) },
  );
  onTestFinished(live.close);
  return { live, replaced, failed, manifestsRead: () => manifestsRead };
}

describe('a live library', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => vi.useRealTimers());

  it('is empty until there is an index, and answers from each new one', async () => {
    const store = createMemoryIndexStore();
    const { live, replaced } = await follow(store);
    expect(live.libraryFor(EVERYONE).sources().entries).toEqual([]);
    await write(store, [SEALS]);
    vi.advanceTimersByTime(1000);
    await vi.waitFor(async () => {
      expect(replaced).toEqual([await store.currentGeneration()]);
    });
    expect(live.libraryFor(EVERYONE).article('seals')).toEqual(SEALS);
  });

  it('asks for the generation’s name only: a manifest names every article', async () => {
    const store = createMemoryIndexStore();
    await write(store, [SEALS]);
    const { replaced, manifestsRead } = await follow(store);
    vi.advanceTimersByTime(10_000);
    expect([replaced, manifestsRead()]).toEqual([[], 0]);
  });

  it('stays with the generation before when the new one cannot be opened, and tries that once', async () => {
    const store = createMemoryIndexStore();
    await write(store, [SEALS]);
    let broken = false;
    const { live, replaced, failed } = await follow({
      ...store,
      open: () => (broken ? Promise.reject(new Error('It is damaged.')) : store.open()),
    });
    broken = true;
    await write(store, [BIRDS]);
    vi.advanceTimersByTime(1000);
    await vi.waitFor(() => {
      expect(failed).toHaveLength(1);
    });
    vi.advanceTimersByTime(5000);
    expect([replaced, failed.length]).toEqual([[], 1]);
    expect(live.libraryFor(EVERYONE).article('seals')).toEqual(SEALS);
  });
});
