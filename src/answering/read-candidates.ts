import type { Article } from '../domain/article.ts';
import { findParagraph } from '../domain/article.ts';
import type { Reader, WindowReading } from '../domain/ports/reader.ts';
import type { Span } from '../domain/span.ts';
import { cutMargin, findBestSpan } from './best-span.ts';
import type { WindowSpan } from './best-span.ts';
import { cutWindow } from './cut-window.ts';
import { preferExactCount } from './prefer-exact-count.ts';
import type { ScoredSentence } from './rank-sentences.ts';

/** How the reader's view and the rank before it make the final rank; fitted by `npm run calibrate`. */
export interface ReadingWeights {
  /** What one point of margin adds to a sentence's rank score. */
  readonly margin: number;
  /** Margins are cut to ± this: beyond it a greater one says nothing more. */
  readonly limit: number;
  /** By how much the best of what was read has to lead the rank score of the best that was not, to end the reading. */
  readonly lead: number;
  /** Sentences that lie further behind the first in rank score are not read. */
  readonly gap: number;
}

/** Windows read at most for one question. */
const MAX_WINDOWS = 8;
/** Sentences of the ranking that may get a window of their own. */
export const MAX_CANDIDATES = 30;

export interface ReadInput {
  /** As it was asked, without the earlier question that a follow-up leans on. */
  readonly question: string;
  /** Best first by the rank before reading. */
  readonly ranked: readonly ScoredSentence[];
  readonly articles: ReadonlyMap<string, Article>;
  readonly reader: Reader;
  readonly weights: ReadingWeights;
}

interface Window extends Span {
  readonly article: Article;
}

interface ReadWindow extends Window {
  readonly reading: WindowReading;
  /** In the order of reading, from 0. */
  readonly place: number;
}

/**
 * Reads windows around the best sentences and ranks anew: rank score plus the reader's margin. Sentences that no
 * window covers keep their order behind those that were read. Windows are read one by one: a batch would take as long,
 * and the first ones often settle the question.
 */
export async function readCandidates(input: ReadInput): Promise<readonly ScoredSentence[]> {
  const { question, articles, weights } = input;
  let judged = input.ranked;
  let ranking = judged;
  let place = 0;
  for (const window of chooseWindows(input)) {
    const reading = await readWindow(input, window);
    if (reading) {
      const read: ReadWindow = { ...window, reading, place };
      judged = judged.map((scored) => readSentence(scored, read, weights));
      place += 1;
    }
    ranking = rankAnew(judged);
    if (leadOf(ranking) >= weights.lead) break;
  }
  return preferExactCount(question, ranking, articles);
}

/** Nothing leads before it was read; what is read leads nothing when all is read. */
function leadOf(ranking: readonly ScoredSentence[]): number {
  const [best] = ranking;
  const unread = ranking.find(({ readScore }) => readScore === undefined);
  return best?.readScore === undefined || !unread ? -Infinity : best.readScore - unread.rankScore;
}

/** Cut as they are asked for: mostly the first few will do. */
function* chooseWindows({ question, ranked, articles, reader, weights }: ReadInput): Generator<Window> {
  const windows: Window[] = [];
  const best = Math.max(...ranked.map(({ rankScore }) => rankScore));
  for (const { sentence, hit, rankScore } of ranked.slice(0, MAX_CANDIDATES)) {
    if (windows.length >= MAX_WINDOWS || best - rankScore > weights.gap) break;
    const article = articles.get(hit.passage.articleId);
    const paragraph = article && findParagraph(article, sentence.paragraph);
    if (!article || !paragraph) continue;
    if (windows.some((window) => covers(window, article.id, sentence))) continue;
    const room = reader.roomFor(question, article.title);
    const countTokens = ({ start, end }: Span): number => reader.countTokens(article.text.slice(start, end));
    const window = { article, ...cutWindow(paragraph, sentence, { room, countTokens }) };
    windows.push(window);
    yield window;
  }
}

function covers(window: Window, articleId: string, { start, end }: Span): boolean {
  return window.article.id === articleId && window.start <= start && window.end >= end;
}

async function readWindow(
  { question, reader }: ReadInput,
  { article, start, end }: Window,
): Promise<WindowReading | undefined> {
  const [reading] = await reader.read(question, [
    { title: article.title, text: article.text.slice(start, end) },
  ]);
  return reading;
}

/** The sentence with the best span that this window or an earlier one has within it, as offsets into the article. */
function readSentence(
  scored: ScoredSentence,
  window: ReadWindow,
  { margin, limit }: ReadingWeights,
): ScoredSentence {
  const { sentence, hit, rankScore } = scored;
  if (!covers(window, hit.passage.articleId, sentence)) return scored;
  const bounds = { start: sentence.start - window.start, end: sentence.end - window.start };
  const span = findBestSpan(window.reading, bounds);
  if (!span || (scored.answer && scored.answer.margin >= span.margin)) return scored;
  const [start, end] = [span.start + window.start, span.end + window.start];
  const answer: WindowSpan = { ...span, start, end, window: window.place };
  return { ...scored, answer, readScore: rankScore + margin * cutMargin(span.margin, limit) };
}

/** @param judged in the order before reading */
function rankAnew(judged: readonly ScoredSentence[]): readonly ScoredSentence[] {
  const read = judged.filter(({ readScore }) => readScore !== undefined);
  const unread = judged.filter(({ readScore }) => readScore === undefined);
  return [...read.sort((a, b) => (b.readScore ?? 0) - (a.readScore ?? 0)), ...unread];
}
