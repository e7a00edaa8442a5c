import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { openServerShelf } from '../../src/adapters/import/server-shelf.ts';
import { compose } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { openImporter } from '../../src/app/open-imports.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import type { RunningDesk } from '../../src/desk/create-desk.ts';
import type { DeskParts } from '../../src/desk/desk-parts.ts';
import type { DeskAddition, DeskRefusal } from '../../src/domain/desk.ts';
import type { Library } from '../../src/domain/library.ts';
import type { DeskStore } from '../../src/domain/ports/desk-store.ts';
import type { EditionStore } from '../../src/domain/ports/edition-store.ts';
import type { Indexer } from '../../src/domain/ports/indexer.ts';
import { createMemoryDeskStore } from '../doubles/memory-desk-store.ts';
import { createMemoryEditionStore } from '../doubles/memory-edition-store.ts';
import { createHashEmbedder } from '../doubles/hash-embedder.ts';
import { indexHere } from '../index-here.ts';
import { makeTempFolder } from '../temp-folder.ts';

export const ALPHA = '100000000000000001';
export const BETA = '200000000000000002';
export const ANN = '300000000000000003';

/** A desk over a folder of its own: the real shelf, importer and index, with doubles for the model and the database. */
export interface DeskUnderTest {
  readonly desk: RunningDesk;
  readonly folder: string;
  readonly corpus: string;
  readonly store: DeskStore;
  readonly editions: EditionStore;
  /** Runs of the indexer so far, and the most that went on at a time. */
  readonly runs: () => { readonly count: number; readonly atOnce: number };
  /** Whether the indexer fails from now on. */
  readonly breakIndexer: (broken: boolean) => void;
  /** What nobody waited for. */
  readonly failures: readonly string[];
  readonly pass: (milliseconds: number) => void;
  /** Another desk over the same, as after a restart. */
  readonly restart: () => RunningDesk;
  /** Over the current generation. */
  readonly libraryOf: (serverId: string) => Promise<Library>;
}

export const LIMITS = { articles: 5, words: 1000, addsADay: 10 };

const importer = openImporter();
afterAll(() => importer.close());

export async function startDesk(overrides: Partial<DeskParts> = {}): Promise<DeskUnderTest> {
  const folder = await makeTempFolder();
  const config = readConfig({
    CORPUS_DIR: join(folder, 'corpus'),
    DATA_DIR: join(folder, 'data'),
    READER: 'off',
  });
  const composition = compose(config, {
    loadModel: () => Promise.resolve(createHashEmbedder()),
    loadReader: () => Promise.resolve(undefined),
  });
  const { indexer, ...watched } = watchIndexer(indexHere(composition));
  const failures: string[] = [];
  let time = Date.parse('2026-05-01T10:00:00Z');
  const parts: DeskParts = {
    shelf: openServerShelf(config.corpusDir),
    store: createMemoryDeskStore(),
    editions: createMemoryEditionStore(),
    indexer,
    importSource: (source, options) => importer.importSource(source, options),
    fetchPage: undefined,
    limits: LIMITS,
    now: () => new Date(time),
    makeSuffix: () => Math.random().toString(36).slice(2, 10).padEnd(8, '0'),
    onFailed: (error, what) => failures.push(`${what}: ${String(error)}`),
    ...overrides,
  };
  return {
    desk: createDesk(parts),
    folder,
    corpus: config.corpusDir,
    store: parts.store,
    editions: parts.editions,
    ...watched,
    failures,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    restart: () => createDesk(parts),
    async libraryOf(serverId) {
      const open = await composition.openLibrary();
      onTestFinished(open.close);
      return open.libraryFor({ servers: [serverId] });
    },
  };
}

type Watched = Pick<DeskUnderTest, 'runs' | 'breakIndexer'>;

function watchIndexer(indexer: Indexer): Watched & { readonly indexer: Indexer } {
  let [count, now, atOnce] = [0, 0, 0];
  let isBroken = false;
  return {
    runs: () => ({ count, atOnce }),
    breakIndexer: (broken) => {
      isBroken = broken;
    },
    indexer: {
      ...indexer,
      async update(onProgress) {
        if (isBroken) throw new Error('out of memory');
        count += 1;
        now += 1;
        atOnce = Math.max(atOnce, now);
        await indexer.update(onProgress).finally(() => (now -= 1));
      },
    },
  };
}

export function fileOf(name: string, text: string | Uint8Array): { name: string; bytes: Uint8Array } {
  return { name, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text };
}

/** What was added; a refusal fails the test. */
export function added(outcome: DeskAddition | DeskRefusal): DeskAddition {
  if (outcome.kind === 'refused') throw new Error(`It was refused: ${outcome.message}`);
  return outcome;
}
