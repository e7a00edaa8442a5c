import type { Kysely } from 'kysely';
import { VerbatimError } from '../../domain/errors.ts';
import { openSqlite } from './open-sqlite.ts';
import type { StoreTables } from './store-tables.ts';

/** Whether that is the address of a PostgreSQL, and not a file. */
export function isAddress(location: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(location);
}

/** The location as it may be shown: an address without user, password and options. */
export function nameLocation(location: string): string {
  if (!isAddress(location)) return location;
  if (!URL.canParse(location)) return 'the PostgreSQL of STORE_URL';
  const { host, pathname } = new URL(location);
  return `postgres://${host}${pathname}`;
}

/**
 * Opens the database and prepares it; PostgreSQL is loaded only when it is asked for.
 * @param patience milliseconds for a lock or a statement; by default as short as a conversation needs it
 * @throws VerbatimError store-unusable, without the password
 */
export async function openDatabase(
  location: string,
  prepare: (db: Kysely<StoreTables>) => Promise<void>,
  patience?: number,
): Promise<Kysely<StoreTables>> {
  const db = isAddress(location)
    ? (await import('./open-postgres.ts')).openPostgres(location, patience)
    : await openSqlite(location, patience);
  try {
    await prepare(db);
    return db;
  } catch (error) {
    await db.destroy();
    if (error instanceof VerbatimError || !isAddress(location)) throw error;
    throw new VerbatimError(
      'store-unusable',
      `The store ${nameLocation(location)} cannot be used: ${reasonOf(error)}. Check that PostgreSQL runs there, and STORE_URL.`,
      { cause: error },
    );
  }
}

/** A name that stands for several addresses gives an error without a message, which has one for each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
