import { access } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { VerbatimError } from '../../domain/errors.ts';
import { readVersion, requireKnown } from './migrate-store.ts';
import { isAddress, nameLocation, openDatabase } from './open-database.ts';
import type { StoreTables } from './store-tables.ts';

/** Milliseconds for a lock or a statement, where nobody waits for an answer. */
export const LONG_PATIENCE = 60_000;

/**
 * The store as it is: neither made nor brought up to date.
 * @throws VerbatimError store-unusable, also where there is none
 */
export async function openExisting(location: string, patience = LONG_PATIENCE): Promise<Kysely<StoreTables>> {
  if (!isAddress(location)) {
    await access(location).catch((cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw noStore(location);
    });
  }
  return openDatabase(location, requireTables, patience);

  async function requireTables(db: Kysely<StoreTables>): Promise<void> {
    const version = await readVersion(db).catch((cause: unknown) => {
      // SQLite and PostgreSQL both name what is not there.
      if (cause instanceof Error && cause.message.includes('schema_versions')) throw noStore(location);
      throw cause;
    });
    if (version === 0) throw noStore(location);
    requireKnown(version);
  }
}

function noStore(location: string): VerbatimError {
  return new VerbatimError(
    'store-unusable',
    `There is no store in ${nameLocation(location)} yet: the bot makes it when it starts. Check DATA_DIR and STORE_URL if it should be there.`,
  );
}
