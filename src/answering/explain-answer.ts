import type { Article } from '../domain/article.ts';
import type { Explanation } from '../domain/library.ts';
import type { Query, Retriever } from '../domain/retriever.ts';
import type { ScoredSentence } from './rank-sentences.ts';

export interface ExplainInput extends Pick<Explanation, 'score' | 'thresholds' | 'strictness'> {
  /** Best first. */
  readonly ranked: readonly ScoredSentence[];
  readonly articles: ReadonlyMap<string, Article>;
  readonly retriever: Retriever;
}

/** Why the first excerpt was chosen, in the terms of the search. */
export function explain(
  query: Query,
  { hit, answer, rankScore }: ScoredSentence,
  input: ExplainInput,
): Explanation {
  const { articles, retriever, ranked, ...decision } = input;
  const { passage, denseRank, lexicalRank } = hit;
  const text = articles.get(passage.articleId)?.text.slice(passage.start, passage.end) ?? '';
  const words = retriever
    .terms(text)
    .filter((term) => query.stems.includes(term.stem))
    .map(({ span }) => text.slice(span.start, span.end));
  return {
    ...decision,
    matchedTerms: [...new Map(words.map((word) => [word.toLowerCase(), word])).values()],
    ...(denseRank === undefined ? {} : { denseRank }),
    ...(lexicalRank === undefined ? {} : { lexicalRank }),
    corrections: query.corrections,
    ...(query.context === undefined ? {} : { context: query.context }),
    ...(answer
      ? {
          reading: {
            answers: answer.margin > 0,
            agrees: ranked.every((other) => other.rankScore <= rankScore),
          },
        }
      : {}),
  };
}
