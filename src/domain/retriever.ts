import type { Hit } from './hit.ts';
import type { Passage } from './passage.ts';
import type { QuestionOptions } from './question.ts';
import type { Span } from './span.ts';

/** A word that the lexical search knows: stop words are left out. */
export interface Term {
  /** Folded, without accents and ending: 'troops' and 'troop' are one. */
  readonly stem: string;
  /** Where the word stands in the text that was analysed. */
  readonly span: Span;
}

/** A question made ready for the search. */
export interface Query {
  /** As the embedding model gets it: typos mended, aliases spelled out, context put before a follow-up. */
  readonly text: string;
  /** Stems for the lexical search, each once. */
  readonly stems: readonly string[];
  readonly corrections: readonly { readonly typed: string; readonly searched: string }[];
  /** The earlier question, when the query leans on it. */
  readonly context?: string;
  /** The follow-up alone: the earlier question helps to find, and no answer is an answer because of it. */
  readonly own?: Pick<Query, 'text' | 'stems'>;
}

/** The search over one generation: by meaning and by words. */
export interface Retriever {
  /** Runs once a question or look-up: it looks every unknown word up in the whole vocabulary. */
  prepare(question: string, context?: string): Query;
  /** The best passages by fused score, best first. `vector` is the query's, L2-normalised. */
  retrieve(query: Query, vector: Float32Array, options: QuestionOptions): Promise<readonly Hit[]>;
  /** Passages with all of the query's words; where there is none, those with at least one. In the index's order. */
  lookup(query: Query, articleId?: string): readonly Passage[];
  /** The passages that share most with a text, of its rarest words, best first. */
  alike(text: string, limit: number): readonly Passage[];
  /** The words of any text as the lexical search knows them, in order. */
  readonly terms: (text: string) => readonly Term[];
  /** ln(1 + (N - n + .5) / (n + .5)) over passages, n of N having the stem (Robertson and Zaragoza 2009). */
  idf(stem: string): number;
}
