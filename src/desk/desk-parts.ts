import type { ImportedArticle, ImportOptions, ImportSource } from '../domain/importing.ts';
import type { DeskStore } from '../domain/ports/desk-store.ts';
import type { EditionStore } from '../domain/ports/edition-store.ts';
import type { Indexer } from '../domain/ports/indexer.ts';
import type { ServerShelf } from '../domain/ports/server-shelf.ts';

/** What one server may have; 0 of anything is none of it. */
export interface DeskLimits {
  readonly articles: number;
  /** Words of all of its articles together. */
  readonly words: number;
  /** Additions and replacements within 24 hours. */
  readonly addsADay: number;
}

/** What the desk is put together from. */
export interface DeskParts {
  readonly shelf: ServerShelf;
  readonly store: DeskStore;
  readonly editions: EditionStore;
  readonly indexer: Indexer;
  /** In a process of its own. @throws VerbatimError import-failed and those of the parsers */
  readonly importSource: (
    source: ImportSource,
    options: ImportOptions,
    signal?: AbortSignal,
  ) => Promise<ImportedArticle>;
  /** Undefined where nothing may be fetched. @throws VerbatimError import-failed */
  readonly fetchPage: ((url: string, signal?: AbortSignal) => Promise<ImportSource>) | undefined;
  readonly limits: DeskLimits;
  readonly now: () => Date;
  /** A few letters and digits that nobody can guess. */
  readonly makeSuffix: () => string;
  /** Told of what failed without anybody waiting for it. */
  readonly onFailed: (error: unknown, what: string) => void;
}
