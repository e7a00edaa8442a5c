import type { ParagraphBlock, Article } from '../domain/article.ts';
import type { Exchange, QuotedSpan } from '../domain/exchange.ts';
import type { VotedExchange } from '../domain/feedback.ts';
import type { Span } from '../domain/span.ts';
import type { DatasetQuestion, Gold } from './read-dataset.ts';

/** Where a quotation stands in the articles of today. */
export interface LocatedQuotation {
  readonly article: Article;
  readonly paragraph: ParagraphBlock;
  readonly span: Span;
}

export type Locate = (quoted: QuotedSpan) => LocatedQuotation | undefined;

/** Why votes make no question: as many say the one as the other; what would be right is not known; it was changed. */
export type LeftOut = 'disputed' | 'unknown' | 'changed' | 'repeated';

export interface FeedbackQuestions {
  readonly questions: readonly DatasetQuestion[];
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

/**
 * What people think of answers as questions with their right answers: a good answer is the right one, and one that
 * should have been refused has none. Nothing in them says who asked, voted, when or where.
 */
export function toFeedbackQuestions(voted: readonly VotedExchange[], locate: Locate): FeedbackQuestions {
  const leftOut = { disputed: 0, unknown: 0, changed: 0, repeated: 0 };
  const questions = new Map<string, DatasetQuestion>();
  for (const one of voted) {
    const judged = judge(one, locate);
    if (typeof judged === 'string') {
      leftOut[judged] += 1;
      continue;
    }
    const key = JSON.stringify([judged.question.toLowerCase(), judged.context, judged.gold]);
    if (questions.has(key)) leftOut.repeated += 1;
    else questions.set(key, { ...judged, id: `f${questions.size + 1}` });
  }
  return { questions: [...questions.values()], leftOut };
}

/** As a line of questions.jsonl. */
export function writeQuestion({ gold, ...question }: DatasetQuestion): string {
  return JSON.stringify({ ...question, ...gold });
}

function judge(
  { exchange, votes }: VotedExchange,
  locate: Locate,
): Omit<DatasetQuestion, 'id'> | Exclude<LeftOut, 'repeated'> {
  const down = votes.filter(({ vote }) => vote === 'down');
  const up = votes.length - down.length;
  if (up === down.length) return 'disputed';
  const context = exchange.explanation?.context;
  const base = { question: exchange.question, ...(context !== undefined && { context }) };
  if (up > down.length) {
    const gold = findGold(exchange, locate);
    if (!gold) return 'changed';
    return { ...base, kind: context === undefined ? 'answerable' : 'follow-up', gold };
  }
  const refusals = down.filter(({ reason }) => reason === 'should-have-refused').length;
  return refusals * 2 > down.length ? { ...base, kind: 'unanswerable-near' } : 'unknown';
}

/** The first quotation that was shown is what the votes are about. */
function findGold({ excerpts: [first], explanation }: Exchange, locate: Locate): Gold | undefined {
  const found = first && locate(first);
  if (!found) return undefined;
  const { article, paragraph, span } = found;
  const textOf = ({ start, end }: Span) => article.text.slice(start, end);
  const shown = paragraph.sentences.filter(({ start, end }) => start < span.end && end > span.start);
  const bold = first.highlights.map(({ start, end }) => ({
    start: span.start + start,
    end: span.start + end,
  }));
  const holder = shown.find(({ start, end }) => bold.some((mark) => start <= mark.start && mark.end <= end));
  const sentence = holder ?? shown[0];
  if (!sentence) return undefined;
  // What a reader points at stands in bold; without one it is only the words of the question.
  const isPointed = explanation?.reading?.answers === true && bold.length > 0;
  return {
    article: article.id,
    paragraph: paragraph.number,
    sentence: textOf(sentence),
    ...(shown.length > 1 && { sentences: shown.map(textOf) }),
    answers: isPointed ? bold.map(textOf) : [textOf(sentence)],
  };
}
