import { z } from 'zod';
import type { Exchange, QuotedSpan } from '../../domain/exchange.ts';
import { STRICTNESS_LEVELS } from '../../domain/question.ts';
import { storableText } from './storable-text.ts';
import type { ExcerptRow, ExchangeRow } from './store-tables.ts';

/** Half-open. */
export const SPAN = z.object({ start: z.int().min(0), end: z.int().min(0) }).readonly();

const EXPLANATION = z
  .object({
    matchedTerms: z.array(z.string()).readonly(),
    denseRank: z.int().exactOptional(),
    lexicalRank: z.int().exactOptional(),
    score: z.number(),
    thresholds: z.object({ weak: z.number(), strong: z.number() }).readonly(),
    strictness: z.enum(STRICTNESS_LEVELS),
    corrections: z.array(z.object({ typed: z.string(), searched: z.string() }).readonly()).readonly(),
    context: z.string().exactOptional(),
    reading: z.object({ answers: z.boolean(), agrees: z.boolean() }).readonly().exactOptional(),
  })
  .readonly();

/** As it is kept. */
export const OUTCOME = z.enum(['strong', 'weak', 'no-hits', 'weak-hits', 'empty-corpus']);

const SCORE_SCALE = 1000;

export function toExchangeRow(exchange: Exchange): Omit<ExchangeRow, 'shared'> {
  return {
    id: exchange.id,
    channel_id: exchange.channelId,
    server_id: exchange.serverId ?? null,
    asker_id: exchange.askerId,
    question_id: exchange.questionId ?? null,
    question: storableText(exchange.question),
    follows: exchange.follows ?? null,
    is_private: exchange.isPrivate ? 1 : 0,
    outcome: exchange.outcome,
    score: Math.round(exchange.score * SCORE_SCALE),
    explanation: exchange.explanation ? JSON.stringify(exchange.explanation) : null,
    generation: exchange.generation,
    asked_at: exchange.askedAt,
  };
}

export function toExcerptRows({ id, excerpts }: Exchange): ExcerptRow[] {
  return excerpts.map((excerpt, position) => ({
    exchange_id: id,
    position,
    article_id: excerpt.articleId,
    paragraph: excerpt.paragraph,
    start_offset: excerpt.start,
    end_offset: excerpt.end,
    hash: excerpt.hash,
    highlights: JSON.stringify(excerpt.highlights),
  }));
}

/** @throws ZodError when the row holds what this release has not written */
export function toExchange(row: ExchangeRow, excerpts: readonly ExcerptRow[]): Exchange {
  return {
    id: row.id,
    channelId: row.channel_id,
    ...(row.server_id !== null && { serverId: row.server_id }),
    askerId: row.asker_id,
    ...(row.question_id !== null && { questionId: row.question_id }),
    question: row.question,
    ...(row.follows !== null && { follows: row.follows }),
    isPrivate: row.is_private === 1,
    outcome: OUTCOME.parse(row.outcome),
    score: row.score / SCORE_SCALE,
    excerpts: excerpts.map(toQuotedSpan),
    ...(row.explanation !== null && { explanation: EXPLANATION.parse(JSON.parse(row.explanation)) }),
    generation: row.generation,
    askedAt: row.asked_at,
  };
}

/** @throws ZodError when the row holds what this release has not written */
export function toQuotedSpan(row: ExcerptRow): QuotedSpan {
  return {
    articleId: row.article_id,
    paragraph: row.paragraph,
    start: row.start_offset,
    end: row.end_offset,
    hash: row.hash,
    highlights: z.array(SPAN).parse(JSON.parse(row.highlights)),
  };
}
