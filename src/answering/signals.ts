import type { Article } from '../domain/article.ts';
import type { Query, Retriever } from '../domain/retriever.ts';
import { lacksAnswer } from './answer-type.ts';
import { cutMargin, MARGIN_LIMIT } from './best-span.ts';
import { textOfSentence } from './rank-sentences.ts';
import type { ScoredSentence } from './rank-sentences.ts';

/** What the decision rests on; each is comparable between questions. */
export interface Signals {
  /** MaxSim of the best sentence, in [-1, 1]. */
  readonly maxSim: number;
  /** The same, question tokens weighted by IDF, in [-1, 1]. */
  readonly weightedMaxSim: number;
  /** Weakest of the question's content words: the least cosine that one of them reaches, in [-1, 1]. */
  readonly weakestTerm: number;
  /** Share of the question's IDF found among the words of the best sentence's passage, in [0, 1]. */
  readonly coverage: number;
  /** Share of the question's IDF found among the words of the best sentence, in [0, 1]. */
  readonly sentenceCoverage: number;
  /** Greatest cosine of a passage or its sentences to the question, in [-1, 1]. */
  readonly dense: number;
  /** MaxSim lead over the best sentence of another passage, in [0, 2]; 0 when there is none. */
  readonly margin: number;
  /** How far the best sentence's passage stands out of those retrieved, in standard deviations. */
  readonly passageZScore: number;
  /** 1 when the question asks for a number or a time and the best sentence has none, else 0. */
  readonly lacksAnswer: number;
  /** What the spans of the best sentence have over null, in logits, cut to ±12; undefined without a reader. */
  readonly readerMargin?: number;
  /** Greatest margin among the other sentences that were read, in logits, cut to ±12. */
  readonly rivalMargin?: number;
  /** How far the reader's choice lies behind the first by the rank before reading; 0 where they agree, else below. */
  readonly readerAgreement?: number;
}

/** In the order of the stored models, which hold a weight for each; those of the reader come after them. */
export const SIGNAL_NAMES = [
  'maxSim',
  'weightedMaxSim',
  'weakestTerm',
  'coverage',
  'sentenceCoverage',
  'dense',
  'margin',
  'passageZScore',
  'lacksAnswer',
] as const satisfies readonly (keyof Signals)[];

/** Signals that only a reader gives. */
export const READER_SIGNAL_NAMES = [
  'readerMargin',
  'rivalMargin',
  'readerAgreement',
] as const satisfies readonly (keyof Signals)[];
export type ReaderSignalName = (typeof READER_SIGNAL_NAMES)[number];

export interface SignalInput {
  /** As it was asked, without the earlier question that the query may begin with. */
  readonly question: string;
  readonly query: Query;
  readonly ranked: readonly [ScoredSentence, ...ScoredSentence[]];
  readonly articles: ReadonlyMap<string, Article>;
  readonly retriever: Retriever;
  /** IDF weights of the question's tokens; 0 for stop words. */
  readonly tokenWeights: readonly number[];
}

export function measureSignals({
  question,
  query,
  ranked,
  articles,
  retriever,
  tokenWeights,
}: SignalInput): Signals {
  const [best] = ranked;
  const text = textOfSentence(best, articles);
  const rival = ranked.find((other) => other.hit.passage.id !== best.hit.passage.id);
  const content = [...best.match.perToken].filter((_, i) => (tokenWeights[i] ?? 0) > 0);
  return {
    maxSim: best.match.maxSim,
    weightedMaxSim: best.match.weightedMaxSim,
    weakestTerm: content.length === 0 ? best.match.maxSim : Math.min(...content),
    coverage: share(best.hit.matchedTerms, query.stems, retriever),
    sentenceCoverage: share(best.stems, query.stems, retriever),
    dense: Math.max(...ranked.map(({ hit }) => hit.dense)),
    margin: rival ? Math.max(0, best.match.maxSim - rival.match.maxSim) : 0,
    passageZScore: best.passageScore,
    lacksAnswer: lacksAnswer(question, text) ? 1 : 0,
    ...measureReading(ranked),
  };
}

function measureReading(
  ranked: readonly [ScoredSentence, ...ScoredSentence[]],
): Partial<Pick<Signals, ReaderSignalName>> {
  const [best, ...others] = ranked;
  if (!best.answer) return {};
  const rivals = others.flatMap(({ answer }) => (answer ? [answer.margin] : []));
  return {
    readerMargin: cutMargin(best.answer.margin),
    rivalMargin: cutMargin(Math.max(-MARGIN_LIMIT, ...rivals)),
    readerAgreement: best.rankScore - Math.max(...ranked.map(({ rankScore }) => rankScore)),
  };
}

function share(found: readonly string[], stems: readonly string[], retriever: Retriever): number {
  const total = stems.reduce((sum, stem) => sum + retriever.idf(stem), 0);
  const covered = stems
    .filter((stem) => found.includes(stem))
    .reduce((sum, stem) => sum + retriever.idf(stem), 0);
  return total === 0 ? 0 : covered / total;
}
