import { toExchange, toQuotedSpan } from './exchange-rows.ts';
import { toVote } from './feedback-store.ts';
import { toGap } from './gap-rows.ts';
import type { StoredRow, TableShape } from './describe-tables.ts';
import { toQuizGame } from './quiz-rows.ts';
import { toReading } from './reading-rows.ts';
import type { StoreTables } from './store-tables.ts';
import { readPreferences, toReview, toStudiedCard } from './study-rows.ts';

type Readers = { readonly [Table in keyof StoreTables]?: (row: StoreTables[Table]) => unknown };

/** Who reads a row later and throws when it cannot; settings and scopes have a value for what is damaged. */
const READERS: Readers = {
  exchanges: (row) => toExchange(row, []),
  exchange_excerpts: toQuotedSpan,
  votes: toVote,
  gaps: toGap,
  quizzes: (row) => toQuizGame(row, []),
  readings: toReading,
  study_preferences: (row) => readPreferences(row.preferences),
  study_cards: toStudiedCard,
  study_reviews: toReview,
};

/** @returns why this release cannot read the row, undefined when it can */
export function findDamage({ name, row: schema }: TableShape, row: StoredRow): string | undefined {
  const parsed = schema.safeParse(row);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return [issue?.path.join('.') ?? '', issue?.message ?? ''].filter((part) => part !== '').join(': ');
  }
  const read = Object.entries(READERS).find(([table]) => table === name)?.[1];
  try {
    // The schema is that of the table's columns, which its type in store-tables.ts lists.
    (read as ((row: StoredRow) => unknown) | undefined)?.(row);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(/\s+/gu, ' ') : String(error);
  }
}

/** The row's place for a message: 'exchanges 1001'. */
export function nameRow({ name, key }: TableShape, row: StoredRow): string {
  return [name, ...key.map((column) => String(row[column]))].join(' ');
}
