import type { Kysely } from 'kysely';
import type { StoreTables } from '../store-tables.ts';

/** Articles that channels read together, and who has read which portion. */
export async function createReadings(db: Kysely<StoreTables>): Promise<void> {
  await db.schema
    .createTable('readings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    // One a channel, so that of two that begin at the same moment one is refused.
    .addColumn('channel_id', 'text', (column) => column.notNull().unique())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('host_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('active_at', 'text', (column) => column.notNull())
    .addColumn('is_settled', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('reading_presses')
    .addColumn('reading_id', 'text', (column) =>
      column.notNull().references('readings.id').onDelete('cascade'),
    )
    .addColumn('portion', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('pressed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reading_presses_key', ['reading_id', 'portion', 'person_id'])
    .execute();
  for (const column of ['server_id', 'thread_id', 'host_id', 'active_at'] as const) {
    await db.schema.createIndex(`readings_${column}`).on('readings').column(column).execute();
  }
  await db.schema
    .createIndex('reading_presses_person_id')
    .on('reading_presses')
    .column('person_id')
    .execute();
}
