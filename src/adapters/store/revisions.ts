import type { Kysely, Transaction } from 'kysely';
import type { StoreTables } from './store-tables.ts';

type Revised = 'settings' | 'scopes' | 'study';

/**
 * Counts a change. First in its transaction: whoever changes the same at the same moment waits here, so that each sees
 * what the other has done, and SQLite takes its lock for writing before anything is read.
 */
export async function countRevision(transaction: Transaction<StoreTables>, name: Revised): Promise<number> {
  const { revision } = await transaction
    .updateTable('revisions')
    .set((expression) => ({ revision: expression('revision', '+', 1) }))
    .where('name', '=', name)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

export async function readRevision(db: Kysely<StoreTables>, name: Revised): Promise<number> {
  const { revision } = await db
    .selectFrom('revisions')
    .select('revision')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return revision;
}
