import { z } from 'zod';
import { isSettled, READING_NOTICES, READING_PHASES } from '../../domain/reading.ts';
import type { KeptReadingPart, Portion, Reading } from '../../domain/reading.ts';
import { storableText } from './storable-text.ts';
import type { ReadingPressRow, ReadingRow } from './store-tables.ts';

const PORTION: z.ZodType<Portion> = z
  .object({
    from: z.int(),
    to: z.int(),
    hashes: z.array(z.string()).readonly(),
    last: z.int(),
    at: z.number(),
    nextAt: z.number().exactOptional(),
    sent: z.int(),
    messageId: z.string(),
  })
  .readonly();

type Column = 'id' | 'serverId' | 'channelId' | 'threadId' | 'hostId' | 'articleId';

/** Without what has a column of its own. */
const STATE: z.ZodType<Omit<Reading, Column>> = z
  .object({
    announcementId: z.string(),
    perDay: z.int(),
    minutes: z.int(),
    zone: z.string(),
    phase: z.enum(READING_PHASES),
    portions: z.array(PORTION).readonly(),
    unpressed: z.int(),
    nextAt: z.number(),
    startedAt: z.number(),
    notice: z
      .object({ kind: z.enum(READING_NOTICES), messageId: z.string() })
      .readonly()
      .exactOptional(),
  })
  .readonly();

export function toReadingRow(reading: Reading): ReadingRow {
  const { id, serverId, channelId, threadId, hostId, articleId, ...state } = reading;
  const at = reading.portions.at(-1)?.at ?? reading.startedAt;
  return {
    id,
    server_id: serverId,
    channel_id: channelId,
    thread_id: threadId,
    host_id: hostId,
    article_id: articleId,
    state: storableText(JSON.stringify(state)),
    started_at: new Date(reading.startedAt).toISOString(),
    active_at: new Date(at).toISOString(),
    is_settled: isSettled(reading) ? 1 : 0,
  };
}

/** @throws ZodError when the row holds what this release has not written */
export function toReading(row: ReadingRow): Reading {
  return {
    ...STATE.parse(JSON.parse(row.state)),
    id: row.id,
    serverId: row.server_id,
    channelId: row.channel_id,
    threadId: row.thread_id,
    hostId: row.host_id,
    articleId: row.article_id,
  };
}

export function toHosted({
  id,
  server_id,
  article_id,
  started_at,
}: Pick<ReadingRow, 'id' | 'server_id' | 'article_id' | 'started_at'>): KeptReadingPart {
  return { readingId: id, serverId: server_id, articleId: article_id, hostedAt: Date.parse(started_at) };
}

export function toKeptPress(
  row: ReadingPressRow & Pick<ReadingRow, 'server_id' | 'article_id'>,
): KeptReadingPart {
  return {
    readingId: row.reading_id,
    serverId: row.server_id,
    articleId: row.article_id,
    portion: row.portion,
    at: Date.parse(row.pressed_at),
  };
}
