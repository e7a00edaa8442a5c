import type { Kysely } from 'kysely';
import type { StoreTables } from '../store-tables.ts';

export async function createExchanges(db: Kysely<StoreTables>): Promise<void> {
  await db.schema
    .createTable('exchanges')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('server_id', 'text')
    .addColumn('asker_id', 'text', (column) => column.notNull())
    .addColumn('question_id', 'text')
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('follows', 'text')
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('score', 'integer', (column) => column.notNull())
    .addColumn('explanation', 'text')
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('shared', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('exchange_excerpts')
    .addColumn('exchange_id', 'text', (column) =>
      column.notNull().references('exchanges.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('paragraph', 'integer', (column) => column.notNull())
    .addColumn('start_offset', 'integer', (column) => column.notNull())
    .addColumn('end_offset', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('highlights', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('exchange_excerpts_key', ['exchange_id', 'position'])
    .execute();
  for (const column of ['question_id', 'asker_id', 'server_id', 'asked_at'] as const) {
    await db.schema.createIndex(`exchanges_${column}`).on('exchanges').column(column).execute();
  }
}
