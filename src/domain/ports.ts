import type { Article } from './article.ts';
import type { Passage } from './passage.ts';
import type { Span } from './span.ts';

/** What a model has to be told apart by; two indexes fit each other only if all of it is equal. */
export interface ModelIdentity {
  /** Hub id or folder name, such as `Xenova/all-MiniLM-L6-v2`. */
  readonly id: string;
  /** SHA-256 (hex) of the weights file. */
  readonly revision: string;
  readonly dimensions: number;
  readonly pooling: 'mean' | 'cls';
}

/**
 * Token vectors of one text, quantised to int8 row by row:
 * component j of token i is `values[i * dimensions + j] * scales[i]`; each row has length 1.
 */
export interface TokenMatrix {
  readonly dimensions: number;
  /** Characters that token i stands for, as offsets into the encoded text. */
  readonly spans: readonly Span[];
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** One text after one pass of the model. Vectors are L2-normalised. */
export interface TextEncoding {
  readonly vector: Float32Array;
  readonly tokens: TokenMatrix;
  /** One pooled vector for each span that was asked for, in that order. */
  readonly spanVectors: readonly Float32Array[];
}

export interface Embedder {
  readonly identity: ModelIdentity;
  /** The most tokens that one text may have, special tokens included. */
  readonly maxTokens: number;
  /** Tokens of the text without special tokens. */
  readonly countTokens: (text: string) => number;
  /** Encodes a passage; `spans` are offsets into `text` that get pooled vectors of their own. */
  encodePassage(text: string, spans: readonly Span[]): Promise<TextEncoding>;
  /** Encodes a question; what does not fit into the model is cut. */
  encodeQuestion(text: string): Promise<TextEncoding>;
}

/** What a generation was built from and with; a reader refuses one that does not fit. */
export interface Passport {
  readonly schema: number;
  readonly generation: string;
  /** ISO 8601. */
  readonly created: string;
  readonly model: ModelIdentity;
  /** Changes whenever the same text would be split otherwise. */
  readonly splitter: string;
  readonly articles: readonly ArticlePassport[];
  /** Files of the corpus that were left out, with the reason, such as the demo beside own articles. */
  readonly leftOut: readonly string[];
}

export interface ArticlePassport {
  readonly id: string;
  /** Path relative to the corpus folder, with `/`. */
  readonly file: string;
  /** SHA-256 (hex) of the file's bytes. */
  readonly fileHash: string;
  /** SHA-256 (hex) of Article.text: the same text keeps its vectors under any name. */
  readonly textHash: string;
  readonly passages: number;
}

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
  readonly passport: Passport;
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  /** The passages nearest to the vector by their own or a sentence's cosine, best first. */
  nearest(vector: Float32Array, options: NearestOptions): Promise<readonly VectorHit[]>;
  /** @throws VerbatimError index-damaged when the side file does not hold what the index says. */
  readonly tokens: (passageId: string) => Promise<TokenMatrix>;
  /** Everything stored for the passages of one article, to be written again unchanged. */
  encodedPassages(articleId: string): Promise<readonly EncodedPassage[]>;
  close(): Promise<void>;
}

export interface NearestOptions {
  /** How many passages to return at most. */
  readonly limit: number;
  readonly articleId?: string;
}

export interface GenerationDraft {
  readonly passport: Omit<Passport, 'generation' | 'schema'>;
  readonly articles: readonly Article[];
  readonly passages: AsyncIterable<EncodedPassage>;
}

/** Where generations are kept. */
export interface IndexStore {
  /** For messages: the folder or address. */
  readonly location: string;
  /** The passport of the current generation; undefined when there is none. */
  currentPassport(): Promise<Passport | undefined>;
  /** @throws VerbatimError index-missing, index-passport, index-damaged */
  open(): Promise<PassageIndex>;
  /**
   * Writes the draft whole, then makes it current in one step. The generation before is kept, older
   * ones go. @throws VerbatimError index-not-writable
   */
  write(draft: GenerationDraft): Promise<Passport>;
}

/** Terms that both the question and the passages are searched by. */
export interface LexicalHit {
  readonly passageId: string;
  /** BM25 score, above 0. */
  readonly score: number;
}

/** A file of the corpus as it was read. */
export interface CorpusFile {
  /** Path relative to the corpus folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
