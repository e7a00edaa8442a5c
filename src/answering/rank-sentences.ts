import type { Article } from '../domain/article.ts';
import type { Hit } from '../domain/hit.ts';
import type { PassageSentence } from '../domain/passage.ts';
import type { TokenMatrix } from '../domain/ports/embedder.ts';
import type { Query, Retriever } from '../domain/retriever.ts';
import { standardise } from '../domain/standardise.ts';
import { matchSentences } from './late-interaction.ts';
import type { WindowSpan } from './best-span.ts';
import type { SentenceMatch } from './late-interaction.ts';

/** A sentence with everything that its rank and the decision rest on. */
export interface ScoredSentence {
  readonly hit: Hit;
  readonly sentence: PassageSentence;
  readonly match: SentenceMatch;
  /** BM25 of the sentence over the question's stems. */
  readonly lexical: number;
  /** Stems of the question that stand in the sentence. */
  readonly stems: readonly string[];
  /** The passage's fused score, standardised over the hits. */
  readonly passageScore: number;
  readonly rankScore: number;
  /** What the reader points at, as offsets into the article; undefined when the sentence was not read. */
  readonly answer?: WindowSpan;
  /** Rank score with the reader's margin added; for ordering within one question only. */
  readonly readScore?: number;
}

/**
 * What is added to MaxSim; all signals are of the same order, so that a weight reads as a share. Best on the
 * development half of XQuAD, on a flat optimum: halving or doubling one moves a question or two.
 */
const RANK_WEIGHTS = {
  /** Share of the IDF-weighted MaxSim in the MaxSim that ranks, in [0, 1]. */
  idf: 0.1,
  /** Weight of the passage's fused score, standardised over the passages. */
  passage: 0.05,
  /** Weight of the sentence's BM25, standardised over the sentences. */
  lexical: 0.005,
} as const;

/**
 * What a sentence is credited of a question token that the sentence before it matches better: 'It was first
 * proved in 1962' goes on about what was just named. Chosen on the development half of XQuAD, where .2 to .4
 * put two to three more of 387 right sentences first and none fewer.
 */
const CONTEXT_SMOOTHING = 0.3;

export interface RankInput {
  readonly query: Query;
  readonly questionTokens: TokenMatrix;
  /** Of the question's tokens, as `weighTokens` gives them. */
  readonly tokenWeights: readonly number[];
  readonly hits: readonly Hit[];
  readonly articles: ReadonlyMap<string, Article>;
  readonly tokensOf: (passageId: string) => Promise<TokenMatrix>;
  readonly retriever: Retriever;
}

/** Every sentence of the hits, best first: MaxSim, with a small say for the passage and the words. */
export async function rankSentences(input: RankInput): Promise<readonly ScoredSentence[]> {
  const { hits, query, retriever, questionTokens, tokenWeights } = input;
  const fused = standardise(hits.map((hit) => hit.fused));
  const scored: Omit<ScoredSentence, 'rankScore'>[] = [];
  for (const [h, hit] of hits.entries()) {
    const text = input.articles.get(hit.passage.articleId)?.text ?? '';
    const { sentences } = hit.passage;
    const matches = matchSentences(questionTokens, await input.tokensOf(hit.passage.id), {
      sentences,
      weights: tokenWeights,
      contextSmoothing: CONTEXT_SMOOTHING,
    });
    sentences.forEach((sentence, i) => {
      const match = matches[i];
      if (!match) return;
      const words = retriever.terms(text.slice(sentence.start, sentence.end)).map((term) => term.stem);
      const stems = query.stems.filter((stem) => words.includes(stem));
      scored.push({
        hit,
        sentence,
        match,
        stems,
        lexical: bm25(stems, words, retriever),
        passageScore: fused[h] ?? 0,
      });
    });
  }
  const lexical = standardise(scored.map((sentence) => sentence.lexical));
  return scored
    .map((sentence, i) => ({
      ...sentence,
      rankScore:
        (1 - RANK_WEIGHTS.idf) * sentence.match.maxSim +
        RANK_WEIGHTS.idf * sentence.match.weightedMaxSim +
        RANK_WEIGHTS.passage * sentence.passageScore +
        RANK_WEIGHTS.lexical * (lexical[i] ?? 0),
    }))
    .sort((a, b) => b.rankScore - a.rankScore);
}

/** The sentence's words; empty where its article is not among those. */
export function textOfSentence(
  { hit, sentence }: Pick<ScoredSentence, 'hit' | 'sentence'>,
  articles: ReadonlyMap<string, Article>,
): string {
  return articles.get(hit.passage.articleId)?.text.slice(sentence.start, sentence.end) ?? '';
}

/** IDF of the word that a token belongs to, shared among its tokens; 0 for stop words and punctuation. */
export function weighTokens(text: string, tokens: TokenMatrix, retriever: Retriever): readonly number[] {
  const terms = retriever.terms(text);
  const termOf = tokens.spans.map((token) =>
    terms.findIndex(({ span }) => token.start >= span.start && token.end <= span.end),
  );
  return termOf.map((index) => {
    const term = terms[index];
    return term ? retriever.idf(term.stem) / termOf.filter((other) => other === index).length : 0;
  });
}

/** BM25 saturation and length normalisation, the customary values (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;
/** Words without stop words in a sentence of ordinary length. */
const MEAN_SENTENCE_TERMS = 14;

function bm25(stems: readonly string[], words: readonly string[], retriever: Retriever): number {
  const norm = K1 * (1 - B + (B * words.length) / MEAN_SENTENCE_TERMS);
  return stems.reduce((sum, stem) => {
    const frequency = words.filter((word) => word === stem).length;
    return sum + (retriever.idf(stem) * frequency * (K1 + 1)) / (frequency + norm);
  }, 0);
}
