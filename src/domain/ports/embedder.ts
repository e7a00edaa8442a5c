import type { Span } from '../span.ts';

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

/** The embedding model. The same text always has the same vectors, or an index could not be brought up to date. */
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
