import type { Kysely, Transaction } from 'kysely';
import type { StoreTables } from './store-tables.ts';

/** All of it or nothing: in the transaction that `db` is already, or in one of its own. */
export function inTransaction<T>(
  db: Kysely<StoreTables>,
  work: (transaction: Transaction<StoreTables>) => Promise<T>,
): Promise<T> {
  return isTransaction(db) ? work(db) : db.transaction().execute(work);
}

function isTransaction(db: Kysely<StoreTables>): db is Transaction<StoreTables> {
  return db.isTransaction;
}
