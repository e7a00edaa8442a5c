import type { Kysely } from 'kysely';
import type { StoreTables } from '../store-tables.ts';

/** What servers decide, who may read what, and what the store keeps to itself. */
export async function createServers(db: Kysely<StoreTables>): Promise<void> {
  await db.schema
    .createTable('revisions')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await db
    .insertInto('revisions')
    .values(['settings', 'scopes'].map((name) => ({ name, revision: 0 })))
    .execute();
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('server_settings')
    .addColumn('server_id', 'text', (column) => column.primaryKey())
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('settings_changes')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('undoes', 'integer')
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('settings_changes_server_id')
    .on('settings_changes')
    .columns(['server_id', 'id'])
    .execute();
  await db.schema
    .createTable('article_scopes')
    .addColumn('article_id', 'text', (column) => column.primaryKey())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .execute();
}
