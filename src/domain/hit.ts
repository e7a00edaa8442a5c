import type { Passage } from './passage.ts';

/** A passage that retrieval found, with what it was found by. */
export interface Hit {
  readonly passage: Passage;
  /** Fused score: the sum of the standardised dense and lexical scores; only for ordering within one question. */
  readonly fused: number;
  /** Greatest cosine of the passage and its sentences to the question, in [-1, 1]. */
  readonly dense: number;
  /** BM25 score; 0 when no term matched. */
  readonly lexical: number;
  /** Counted from 1; undefined when the passage was not among the nearest. */
  readonly denseRank?: number;
  readonly lexicalRank?: number;
  /** Stems of the question found in the passage. */
  readonly matchedTerms: readonly string[];
}
