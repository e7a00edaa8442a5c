import type { Article } from '../domain/article.ts';
import type { AnswerTrace } from '../domain/library.ts';
import type { DecisionModel, Thresholds } from './decide.ts';
import { textOfSentence } from './rank-sentences.ts';
import type { ScoredSentence } from './rank-sentences.ts';
import { READER_SIGNAL_NAMES, SIGNAL_NAMES } from './signals.ts';
import type { Signals } from './signals.ts';

/** Candidates that a trace shows. */
const TRACED = 10;

export interface TraceInput {
  readonly ranked: readonly ScoredSentence[];
  readonly articles: ReadonlyMap<string, Article>;
  readonly signals: Signals;
  readonly decision: DecisionModel;
  readonly score: number;
  readonly thresholds: Thresholds;
}

/** What ranked the candidates and what the decision rests on, without measuring anything anew. */
export function traceAnswer({
  ranked,
  articles,
  signals,
  decision,
  score,
  thresholds,
}: TraceInput): AnswerTrace {
  return {
    candidates: ranked.slice(0, TRACED).map(({ hit, sentence, match, ...scores }) => ({
      text: textOfSentence({ hit, sentence }, articles),
      articleId: hit.passage.articleId,
      paragraph: sentence.paragraph,
      ...(scores.answer
        ? {
            span:
              articles.get(hit.passage.articleId)?.text.slice(scores.answer.start, scores.answer.end) ?? '',
          }
        : {}),
      signals: {
        rankScore: scores.rankScore,
        maxSim: match.maxSim,
        weightedMaxSim: match.weightedMaxSim,
        lexical: scores.lexical,
        passageScore: scores.passageScore,
        dense: hit.dense,
        ...(scores.answer ? { margin: scores.answer.margin } : {}),
        ...(scores.readScore === undefined ? {} : { readScore: scores.readScore }),
      },
    })),
    decision: [...SIGNAL_NAMES, ...READER_SIGNAL_NAMES].flatMap((name) => {
      const known = decision.signals[name];
      const value = signals[name];
      if (!known || value === undefined) return [];
      const { mean, deviation, weight } = known;
      return [{ name, value, weight, contribution: (weight * (value - mean)) / deviation }];
    }),
    score,
    thresholds,
  };
}
