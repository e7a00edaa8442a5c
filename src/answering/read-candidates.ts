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
}

/**
 * Reads windows around the best sentences and ranks anew: rank score plus the reader's margin. Sentences that no
 * window covers keep their order behind those that were read. Windows are read one by one: a batch would take as long,
 * and the first ones often settle the question.
 */
export async function readCandidates(input: ReadInput): Promise<readonly ScoredSentence[]> {
  const read: ReadWindow[] = [];
  let ranking = input.ranked;
  for (const window of chooseWindows(input)) {
    const reading = await readWindow(input, window);
    if (reading) read.push({ ...window, reading });
    ranking = rankAnew(input, read);
    if (leadOf(ranking) >= input.weights.lead) break;
  }
  return preferExactCount(input.question, ranking, input.articles);
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
    if (windows.some((window) => covers(window, article, sentence))) continue;
    const room = reader.roomFor(question, article.title);
    const countTokens = ({ start, end }: Span): number => reader.countTokens(article.text.slice(start, end));
    const window = { article, ...cutWindow(paragraph, sentence, { room, countTokens }) };
    windows.push(window);
    yield window;
  }
}

function covers(window: Window, article: Article, { start, end }: Span): boolean {
  return window.article.id === article.id && window.start <= start && window.end >= end;
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

/** The best span within the sentence over all windows that hold it, as offsets into the article. */
function readSentence(
  { sentence, hit }: ScoredSentence,
  windows: readonly ReadWindow[],
): WindowSpan | undefined {
  const spans = windows.flatMap((window, place) => {
    if (!covers(window, window.article, sentence) || window.article.id !== hit.passage.articleId) return [];
    const bounds = { start: sentence.start - window.start, end: sentence.end - window.start };
    const span = findBestSpan(window.reading, bounds);
    return span
      ? [{ ...span, start: span.start + window.start, end: span.end + window.start, window: place }]
      : [];
  });
  return spans.sort((a, b) => b.margin - a.margin)[0];
}

function rankAnew({ ranked, weights }: ReadInput, windows: readonly ReadWindow[]): readonly ScoredSentence[] {
  const judged = ranked.map((scored): ScoredSentence => {
    const answer = readSentence(scored, windows);
    if (!answer) return scored;
    const readScore = scored.rankScore + weights.margin * cutMargin(answer.margin, weights.limit);
    return { ...scored, answer, readScore };
  });
  const read = judged.filter(({ readScore }) => readScore !== undefined);
  const unread = judged.filter(({ readScore }) => readScore === undefined);
  return [...read.sort((a, b) => (b.readScore ?? 0) - (a.readScore ?? 0)), ...unread];
}
