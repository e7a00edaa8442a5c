import type { Kysely } from 'kysely';
import type { StoreTables } from '../store-tables.ts';

/** Servers that have removed the bot. */
export async function createDepartures(db: Kysely<StoreTables>): Promise<void> {
  await db.schema
    .createTable('departures')
    .addColumn('server_id', 'text', (column) => column.primaryKey())
    .addColumn('left_at', 'text', (column) => column.notNull())
    .execute();
  // A person's own data is looked for by who gave it.
  await db.schema.createIndex('gaps_dismissed_by').on('gaps').column('dismissed_by').execute();
  await db.schema.createIndex('settings_changes_by').on('settings_changes').column('changed_by').execute();
}
