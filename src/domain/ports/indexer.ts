/** Brings the index up to date with the corpus, outside of this process. */
export interface Indexer {
  /** Resolves when the current generation holds the corpus as it was at the call, or newer. */
  update(onProgress: (progress: { readonly done: number; readonly total: number }) => void): Promise<void>;
  /** Removes all generations but the current one. */
  dropOlder(): Promise<void>;
}
