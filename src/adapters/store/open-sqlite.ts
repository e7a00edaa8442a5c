import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { SqliteDatabase } from 'kysely';
import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import type { StoreTables } from './store-tables.ts';

/** Milliseconds to wait for a lock, unless it is said otherwise; the driver is synchronous, so nothing else happens meanwhile. */
const BUSY_TIMEOUT = 250;

/**
 * The SQLite of `node:sqlite` as a package, for Node 20 has none: its binaries ship inside for every platform, so no
 * install script has to run. The WASM builds know no WAL or no locks of the operating system, which vanish with a
 * killed process; libsql leaves a statement that met a lock unfinished, and nothing can be committed after it.
 * @throws VerbatimError store-unusable when the file is damaged or cannot be opened
 */
export async function openSqlite(
  file: string,
  patience: number = BUSY_TIMEOUT,
): Promise<Kysely<StoreTables>> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: patience, enableForeignKeyConstraints: true });
    try {
      prepare(database);
      return new Kysely<StoreTables>({ dialect: new SqliteDialect({ database: forKysely(database) }) });
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof VerbatimError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new VerbatimError(
      'store-unusable',
      `The store ${file} cannot be used: ${reason}. Check that the folder can be written to; a damaged file can be moved away, and a new one is made at the next start.`,
      { cause: error },
    );
  }
}

function prepare(database: DatabaseSyncInstance): void {
  // FULL: what is acknowledged survives a power cut, too.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const [verdict] = z
    .array(z.object({ quick_check: z.string() }))
    .parse(database.prepare('PRAGMA quick_check(1)').all());
  if (verdict?.quick_check !== 'ok')
    throw new Error(`its integrity check says: ${verdict?.quick_check ?? 'nothing'}`);
}

/** The part of better-sqlite3's interface that kysely's dialect asks for. */
function forKysely(database: DatabaseSyncInstance): SqliteDatabase {
  return {
    close() {
      database.close();
    },
    prepare(query) {
      const statement = database.prepare(query);
      return {
        reader: statement.columns().length > 0,
        all: (parameters): unknown[] => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
}
