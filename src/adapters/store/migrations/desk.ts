import type { Kysely } from 'kysely';
import type { StoreTables } from '../store-tables.ts';

/** What servers have added and removed, and what replaced articles were. */
export async function createDesk(db: Kysely<StoreTables>): Promise<void> {
  await db.schema
    .createTable('desk_additions')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text')
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_additions_key', ['server_id', 'article_id', 'added_at'])
    .execute();
  await db.schema
    .createTable('desk_removals')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('removed_by', 'text')
    .addColumn('removed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_removals_key', ['server_id', 'article_id'])
    .execute();
  await db.schema
    .createTable('editions')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('replaced_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('editions_key', ['server_id', 'article_id', 'text_hash'])
    .execute();
}
