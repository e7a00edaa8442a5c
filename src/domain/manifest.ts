import type { ModelIdentity } from './ports/embedder.ts';

/** What a generation was built from and with; a reader refuses one that does not fit. */
export interface Manifest {
  readonly schema: number;
  readonly generation: string;
  /** ISO 8601. */
  readonly created: string;
  readonly model: ModelIdentity;
  /** Changes whenever the same text would be split otherwise. */
  readonly splitter: string;
  /** Changes whenever the same bytes would be read as another text; absent in indexes from before it was kept. */
  readonly reader?: string;
  readonly articles: readonly ManifestArticle[];
  /** Files of the corpus that were left out, with the reason, such as the demo beside own articles. */
  readonly leftOut: readonly string[];
}

/** What tells whether an article has to be read or encoded again. */
export interface ManifestArticle {
  readonly id: string;
  /** Path relative to the corpus folder, with `/`. */
  readonly file: string;
  /** SHA-256 (hex) of the file's bytes. */
  readonly fileHash: string;
  /** SHA-256 (hex) of Article.text with its blocks: the same of both keeps its vectors under any name. */
  readonly textHash: string;
  readonly passages: number;
  /** ISO 8601: since when its text is in the index; absent in indexes from before it was kept. */
  readonly indexed?: string;
}
