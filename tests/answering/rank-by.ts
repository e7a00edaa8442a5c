import type { ScoredSentence } from '../../src/answering/rank-sentences.ts';
import { splitPassages } from '../../src/corpus/split-passages.ts';
import type { Article } from '../../src/domain/article.ts';

/** Passages so small that sentences are cut into pieces. */
export const SPLIT = { countTokens: (text: string) => text.length, maxTokens: 60, joinTokens: 0 };

/** Every sentence of the articles; `rank` gives its score, the greatest first. */
export function rankBy(
  articles: readonly Article[],
  rank: (text: string, i: number) => number,
  split = { ...SPLIT, maxTokens: 1000 },
): readonly ScoredSentence[] {
  const all = articles.flatMap((article) =>
    splitPassages(article, split).flatMap((passage) =>
      passage.sentences.map((sentence) => ({
        passage,
        sentence,
        text: article.text.slice(sentence.start, sentence.end),
      })),
    ),
  );
  return all
    .map(({ passage, sentence, text }, i): ScoredSentence => {
      const rankScore = rank(text, i);
      return {
        hit: { passage, fused: 0, dense: 0, lexical: 0, matchedTerms: [] },
        sentence,
        match: { maxSim: rankScore, weightedMaxSim: rankScore, perToken: new Float32Array() },
        lexical: 0,
        stems: [],
        passageScore: 0,
        rankScore,
      };
    })
    .sort((a, b) => b.rankScore - a.rankScore);
}
