import type { Kysely } from 'kysely';
import type { StoreTables } from '../store-tables.ts';

/** A vote goes with its exchange. */
export async function createFeedback(db: Kysely<StoreTables>): Promise<void> {
  await db.schema
    .createTable('votes')
    .addColumn('exchange_id', 'text', (column) =>
      column.notNull().references('exchanges.id').onDelete('cascade'),
    )
    .addColumn('voter_hash', 'text', (column) => column.notNull())
    .addColumn('vote', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('voted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['exchange_id', 'voter_hash'])
    .execute();
  for (const column of ['voter_hash', 'voted_at'] as const) {
    await db.schema.createIndex(`votes_${column}`).on('votes').column(column).execute();
  }
}
