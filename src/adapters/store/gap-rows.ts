import { z } from 'zod';
import type { Gap } from '../../domain/gap.ts';
import { OUTCOME, SPAN } from './exchange-rows.ts';
import { storableText } from './storable-text.ts';
import type { GapRow } from './store-tables.ts';

const FLOAT_BYTES = 4;

const QUOTED = SPAN.unwrap()
  .extend({
    articleId: z.string(),
    paragraph: z.int(),
    hash: z.string(),
    highlights: z.array(SPAN).readonly(),
  })
  .readonly();

const LISTENER = z.object({ userId: z.string(), channelId: z.string().exactOptional() }).readonly();

export function toGapRow(gap: Gap): Omit<GapRow, 'dismissed_by' | 'dismissed_at'> {
  return {
    id: gap.id,
    server_id: gap.serverId,
    question: storableText(gap.question),
    vector: toBase64(gap.vector),
    asker_hash: gap.askerHash,
    outcome: gap.outcome,
    nearest: gap.nearest ? JSON.stringify(gap.nearest) : null,
    asked_at: gap.at,
    listener: gap.tellAsker ? JSON.stringify(gap.tellAsker) : null,
    told_at: gap.toldAt ?? null,
  };
}

/** @throws ZodError when the row holds what this release has not written */
export function toGap(row: GapRow): Gap {
  return {
    id: row.id,
    serverId: row.server_id,
    question: row.question,
    vector: fromBase64(row.vector),
    askerHash: row.asker_hash,
    outcome: OUTCOME.parse(row.outcome),
    ...(row.nearest !== null && { nearest: QUOTED.parse(JSON.parse(row.nearest)) }),
    at: row.asked_at,
    ...(row.listener !== null && { tellAsker: LISTENER.parse(JSON.parse(row.listener)) }),
    ...(row.told_at !== null && { toldAt: row.told_at }),
  };
}

/** Little-endian on every machine: a backup may be restored on another one. */
function toBase64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * FLOAT_BYTES);
  vector.forEach((value, index) => bytes.writeFloatLE(value, index * FLOAT_BYTES));
  return bytes.toString('base64');
}

function fromBase64(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return Float32Array.from({ length: Math.floor(bytes.length / FLOAT_BYTES) }, (_, index) =>
    bytes.readFloatLE(index * FLOAT_BYTES),
  );
}
