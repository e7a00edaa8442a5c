import type { Exchange, QuotedSpan } from '../domain/exchange.ts';
import type { AskOutcome, Library } from '../domain/library.ts';
import type { Excerpt } from '../domain/reply.ts';
import { shownExcerpts } from '../domain/reply.ts';
import { quoteSpan } from '../text/cite-excerpt.ts';
import { shortHash } from '../text/short-hash.ts';
import { findQuotation } from './find-quotation.ts';

/** What is remembered of a reply itself; the rest of an exchange is who, when and where. */
export type RememberedReply = Pick<
  Exchange,
  'question' | 'outcome' | 'score' | 'excerpts' | 'explanation' | 'generation'
>;

/** Who asked, and where; known before the answer is. */
export type Asking = Pick<
  Exchange,
  'channelId' | 'serverId' | 'askerId' | 'questionId' | 'follows' | 'isPrivate'
>;

/** Everything but the words that are shown: those are the article's. */
export function rememberReply({ reply, explanation }: AskOutcome, library: Library): RememberedReply {
  return {
    question: reply.question,
    outcome: reply.kind === 'answer' ? reply.confidence : reply.reason,
    score: reply.score,
    excerpts: shownExcerpts(reply).map(toQuotedSpan),
    ...(explanation && { explanation }),
    generation: library.sources().generation,
  };
}

function toQuotedSpan({ articleId, paragraph, start, end, text, highlights }: Excerpt): QuotedSpan {
  return { articleId, paragraph, start, end, hash: shortHash(text), highlights };
}

/**
 * The reply of then with the words that stand in the articles now. Undefined when one of its quotations does not
 * stand there any more.
 */
export function recallReply(exchange: Exchange, library: Library): AskOutcome | undefined {
  const { question, outcome, score, explanation } = exchange;
  const excerpts = exchange.excerpts.flatMap((quoted, index) => recallExcerpt(quoted, index + 1, library));
  if (excerpts.length < exchange.excerpts.length) return undefined;
  const base = { ...(explanation && { explanation }), ranking: [], totalMs: 0 };
  if (outcome !== 'strong' && outcome !== 'weak')
    return { ...base, reply: { kind: 'abstention', question, reason: outcome, score, nearest: excerpts } };
  const [first, ...others] = excerpts;
  if (!first) return undefined;
  return {
    ...base,
    reply: { kind: 'answer', question, confidence: outcome, score, excerpts: [first, ...others] },
  };
}

/** The quotation with the words that stand in the articles now; none when it stands there no more. */
export function recallExcerpt(quoted: QuotedSpan, marker: number, library: Library): readonly Excerpt[] {
  const found = findQuotation(library, library.article(quoted.articleId), quoted);
  if (!found) return [];
  const { article, paragraph, span } = found;
  return [{ ...quoteSpan(article, paragraph.number, span, { marker }), highlights: quoted.highlights }];
}
