import type { ImportSource, RemovedLine } from './importing.ts';

/** An article of one server: an id is never enough to reach another server's. */
export interface DeskRef {
  readonly serverId: string;
  readonly id: string;
}

/** What is to become an article: a file that somebody sent, or the address of a page. */
export type DeskSource = Pick<ImportSource, 'name' | 'bytes'> | { readonly url: string };

/** An article that a server has added. */
export interface DeskArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: number;
  readonly words: number;
  readonly url?: string;
  /** Who sent its latest edition, and when (ISO 8601); absent where that is not known. */
  readonly addedBy?: string;
  readonly addedAt?: string;
}

/** An article that was taken away and can still be brought back. */
export interface RemovedArticle {
  readonly id: string;
  readonly title: string;
  /** Id of the person; absent once that person's data was deleted. */
  readonly by?: string;
  /** ISO 8601. */
  readonly removedAt: string;
  /** ISO 8601: from then on it is gone for good. */
  readonly until: string;
}

/** Where an addition stands; `done` of `total` passages that go through the model. */
export type DeskProgress =
  | { readonly stage: 'fetching' | 'reading' | 'waiting' }
  | { readonly stage: 'indexing'; readonly done: number; readonly total: number };

/** How far something is to be followed. */
export interface DeskRun {
  readonly onProgress?: (progress: DeskProgress) => void;
  /** Gives up; what is in the corpus by then stays. */
  readonly signal?: AbortSignal;
}

/** Why the desk does not do it. */
export type RefusalReason =
  /** The importer cannot make an article of it; `message` is its own. */
  | 'source'
  /** The operator lets nothing be fetched. */
  | 'fetch-off'
  /** The server has an article with the same text. */
  | 'known'
  | 'too-many-articles'
  | 'too-many-words'
  | 'too-many-adds'
  /** The server has so many waiting that no more is taken. */
  | 'busy'
  /** The server has no such article, or none that could be brought back. */
  | 'unknown'
  | 'title';

export interface DeskRefusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** One or two full sentences in English: what, why, and what to do. */
  readonly message: string;
  /** What the server may have, where that is the reason. */
  readonly limit?: number;
  /** The article that it has already. */
  readonly article?: Pick<DeskArticle, 'id' | 'title'>;
}

/** Whether the index has what was done; false when the indexer failed: it is tried again with whatever comes next. */
export interface Indexed {
  readonly indexed: boolean;
}

export interface DeskAddition extends Indexed {
  readonly kind: 'added';
  readonly article: DeskArticle;
  /** Full sentences about what was changed or is worth a look. */
  readonly warnings: readonly string[];
  /** What of the source the article does not have. */
  readonly removed: readonly RemovedLine[];
}

export interface DeskDone extends Indexed {
  readonly kind: 'done';
  readonly article: Pick<DeskArticle, 'id' | 'title'>;
}
