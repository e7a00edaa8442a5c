import type { Article } from '../article.ts';
import type { Manifest } from '../manifest.ts';
import type { Passage } from '../passage.ts';
import type { TokenMatrix } from './embedder.ts';

/** A passage as it is written: with its vectors. Token spans are offsets into Article.text. */
export interface EncodedPassage {
  readonly passage: Passage;
  readonly vector: Float32Array;
  /** One for each of Passage.sentences. */
  readonly sentenceVectors: readonly Float32Array[];
  readonly tokens: TokenMatrix;
}

/** How close a passage, or its closest sentence, is to a vector. */
export interface VectorHit {
  readonly passageId: string;
  /** Cosine in [-1, 1] of the passage's own vector, where it was among the nearest. */
  readonly passage?: number;
  /** Greatest cosine among those of its sentences that were among the nearest. */
  readonly sentence?: number;
}

/** One generation, opened for reading; it stays as it was until it is closed. */
export interface PassageIndex {
  readonly manifest: Manifest;
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  /** The passages nearest to the vector by their own or a sentence's cosine, best first. */
  nearest(vector: Float32Array, options: NearestOptions): Promise<readonly VectorHit[]>;
  /** @throws VerbatimError index-damaged when the side file does not hold what the index says. */
  readonly tokens: (passageId: string) => Promise<TokenMatrix>;
  /** Everything stored for the passages of one article, to be written again unchanged. */
  encodedPassages(articleId: string): Promise<readonly EncodedPassage[]>;
  /**
   * The same, as if it had been built of these articles alone. It lives as long as the whole, and closing it does
   * nothing.
   */
  narrow(articleIds: ReadonlySet<string>): PassageIndex;
  close(): Promise<void>;
}

/** What of an index belongs to these articles; how to search among them is the adapter's. */
export function narrowIndex(
  whole: PassageIndex,
  articleIds: ReadonlySet<string>,
  nearest: PassageIndex['nearest'],
): PassageIndex {
  const articles = whole.manifest.articles.filter(({ id }) => articleIds.has(id));
  return {
    manifest: { ...whole.manifest, articles },
    articles: whole.articles.filter(({ id }) => articleIds.has(id)),
    passages: whole.passages.filter(({ articleId }) => articleIds.has(articleId)),
    nearest,
    tokens: whole.tokens,
    encodedPassages: (id) => (articleIds.has(id) ? whole.encodedPassages(id) : Promise.resolve([])),
    narrow: (ids) => whole.narrow(new Set([...ids].filter((id) => articleIds.has(id)))),
    close: () => Promise.resolve(),
  };
}

/** How far the search by meaning reaches. */
export interface NearestOptions {
  /** How many passages to return at most. */
  readonly limit: number;
  readonly articleId?: string;
}
