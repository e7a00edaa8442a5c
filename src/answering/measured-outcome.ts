import type { Article } from '../domain/article.ts';
import type { AskOutcome, RankedSentence } from '../domain/library.ts';
import type { Excerpt } from '../domain/reply.ts';
import { textOfSentence } from './rank-sentences.ts';
import type { ScoredSentence } from './rank-sentences.ts';
import type { Signals } from './signals.ts';

/** The outcome with the signals that the decision rests on, for calibration and evaluation. */
export interface MeasuredOutcome extends AskOutcome {
  readonly signals?: Signals;
  /** The excerpts that an answer shows, whatever the decision. */
  readonly excerpts?: readonly Excerpt[];
  /** The first sentences, as many as may be read, with the reader's margin, where they were read. */
  readonly candidates?: readonly Candidate[];
}

/** A sentence that the final rank was chosen from. */
export interface Candidate extends RankedSentence {
  /** What its spans have over null, in logits; undefined when the sentence was not read. */
  readonly margin?: number;
  /** Place of the window that it was read in, in the order of reading, from 0. */
  readonly window?: number;
}

/** The sentence as it is reported, with its text. */
export function toRanked(
  { hit, sentence, rankScore }: ScoredSentence,
  articles: ReadonlyMap<string, Article>,
): RankedSentence {
  const { start, end, paragraph } = sentence;
  const { articleId, id: passageId } = hit.passage;
  const text = textOfSentence({ hit, sentence }, articles);
  return { articleId, passageId, paragraph, start, end, text, rankScore };
}

/** The same with what the reader made of it. */
export function toCandidate(scored: ScoredSentence, articles: ReadonlyMap<string, Article>): Candidate {
  const ranked = toRanked(scored, articles);
  if (!scored.answer) return ranked;
  const { margin, window } = scored.answer;
  return { ...ranked, margin, window };
}
