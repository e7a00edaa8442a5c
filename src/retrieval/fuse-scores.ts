import { standardise } from '../domain/standardise.ts';

/** A passage that at least one of the two searches found. */
export interface Candidate {
  /** Cosine; undefined when the passage was not among the nearest. */
  readonly dense: number | undefined;
  /** BM25; undefined when no word matched. */
  readonly lexical: number | undefined;
}

/**
 * The sum of the standardised dense and lexical scores of each candidate. A candidate that the dense search
 * did not return is taken for as far as the farthest that it did; one without a matching word scores 0.
 */
export function fuseScores(candidates: readonly Candidate[]): readonly number[] {
  const farthest = Math.min(...candidates.flatMap(({ dense }) => (dense === undefined ? [] : [dense])), 1);
  const dense = standardise(candidates.map((candidate) => candidate.dense ?? farthest));
  const lexical = standardise(candidates.map((candidate) => candidate.lexical ?? 0));
  return candidates.map((_, i) => (dense[i] ?? 0) + (lexical[i] ?? 0));
}
