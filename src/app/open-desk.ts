import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import { fetchUrl } from '../adapters/import/fetch-url.ts';
import { openImportInChild } from '../adapters/import/import-in-child.ts';
import { openPublicNetwork } from '../adapters/import/public-network.ts';
import { openServerShelf } from '../adapters/import/server-shelf.ts';
import { runChild } from '../adapters/run-child.ts';
import { createDesk } from '../desk/create-desk.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { ArticleDesk } from '../domain/ports/article-desk.ts';
import type { Indexer } from '../domain/ports/indexer.ts';
import type { Composition } from './compose.ts';
import type { Config } from './config.ts';
import type { IndexOrder } from './index-child.ts';

const IMPORT_CHILD = new URL('./import-child.ts', import.meta.url);
const INDEX_CHILD = new URL('./index-child.ts', import.meta.url);

/** How often it is looked whether the day of a removal is over. */
const PURGE_MS = 60 * 60 * 1000;

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
/** 32 to the 8th are a trillion. */
const SUFFIX = 8;

export interface OpenDesk extends ArticleDesk {
  close(): Promise<void>;
}

export interface DeskStores extends Pick<DeskParts, 'store' | 'editions'> {
  readonly logger: Pick<Logger, 'error'>;
}

/** What can be put in the place of the real ones. */
export type DeskOverrides = Partial<Pick<DeskParts, 'indexer' | 'importSource' | 'limits'>>;

/** The desk over the corpus folder of the configuration. */
export async function openDesk(
  { config, store: index }: Pick<Composition, 'config' | 'store'>,
  { store, editions, logger }: DeskStores,
  overrides: DeskOverrides = {},
): Promise<OpenDesk> {
  const closing = new AbortController();
  const network = openPublicNetwork();
  const onFailed = (error: unknown, what: string): void => {
    // What is cut off by the end is done at the next start, and of the store its guard has told.
    const isTold = error instanceof VerbatimError && error.code === 'store-unusable';
    if (!closing.signal.aborted && !isTold) logger.error({ err: error }, what);
  };
  const desk = createDesk({
    shelf: openServerShelf(config.corpusDir),
    store,
    editions,
    indexer: {
      ...indexInChild({ config, signal: closing.signal }),
      dropOlder: () => index.dropOlder(),
    },
    importSource: openImportInChild(IMPORT_CHILD),
    fetchPage: config.fetch === 'on' ? (url, signal) => fetchUrl(url, { network, signal }) : undefined,
    limits: config.serverLimits,
    now: () => new Date(),
    makeSuffix: () => Array.from({ length: SUFFIX }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
    onFailed,
    ...overrides,
  });
  const purge = (): Promise<void> =>
    desk.purge().catch((error: unknown) => {
      onFailed(error, 'what was removed a day ago could not be deleted');
    });
  await desk.recover().catch((error: unknown) => {
    onFailed(error, 'what was being removed could not be looked after');
  });
  const timer = setInterval(() => void purge(), PURGE_MS).unref();
  void purge();
  return {
    ...desk,
    async close() {
      clearInterval(timer);
      closing.abort();
      await network.close();
    },
  };
}

interface ChildIndexing {
  readonly config: Config;
  /** Encodes everything anew each time. */
  readonly rebuild?: boolean;
  readonly signal: AbortSignal;
}

/** The same work as `npm run index`, in a process that yields to this one. */
export function indexInChild({ config, rebuild = false, signal }: ChildIndexing): Pick<Indexer, 'update'> {
  // No secret leaves this process.
  const order: IndexOrder = { config: { ...config, discordToken: undefined, storeLocation: '' }, rebuild };
  return {
    async update(onProgress) {
      await runChild(INDEX_CHILD, order, { onProgress, signal });
    },
  };
}
