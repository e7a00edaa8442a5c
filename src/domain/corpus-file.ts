/** A file of the corpus as it was read. */
export interface CorpusFile {
  /** Path relative to the corpus folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
