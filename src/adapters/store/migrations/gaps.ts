import type { Kysely } from 'kysely';
import type { StoreTables } from '../store-tables.ts';

/** Questions that the articles do not answer. */
export async function createGaps(db: Kysely<StoreTables>): Promise<void> {
  await db.schema
    .createTable('gaps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('vector', 'text', (column) => column.notNull())
    .addColumn('asker_hash', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('nearest', 'text')
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('listener', 'text')
    .addColumn('told_at', 'text')
    .addColumn('dismissed_by', 'text')
    .addColumn('dismissed_at', 'text')
    .execute();
  await db.schema.createIndex('gaps_server_id').on('gaps').columns(['server_id', 'asked_at']).execute();
  for (const column of ['asker_hash', 'asked_at'] as const) {
    await db.schema.createIndex(`gaps_${column}`).on('gaps').column(column).execute();
  }
}
