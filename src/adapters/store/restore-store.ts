import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { VerbatimError } from '../../domain/errors.ts';
import type { StoreCopy } from '../../domain/operating.ts';
import { findDamage, nameRow } from './check-row.ts';
import { clearTables, insertRows, readPages } from './copy-rows.ts';
import { describeTables, openScratch } from './describe-tables.ts';
import type { TableShape } from './describe-tables.ts';
import { migrateStore } from './migrate-store.ts';
import { MIGRATIONS } from './migrations.ts';
import { nameLocation, openDatabase } from './open-database.ts';
import { LONG_PATIENCE } from './open-existing.ts';
import { invalidDump, parseDump } from './parse-dump.ts';
import type { DumpRow } from './parse-dump.ts';
import { countRevision } from './revisions.ts';
import type { StoreTables } from './store-tables.ts';

export interface RestoreOptions {
  /** Whether what the store holds may go. */
  readonly replace: boolean;
}

/**
 * Puts a backup into the store, all of it or nothing; that of an older release is brought up to date.
 * @throws VerbatimError backup-invalid before the store is touched; store-not-empty; store-unusable
 */
export async function restoreStore(
  location: string,
  file: string,
  options: RestoreOptions,
): Promise<StoreCopy> {
  return withDump(file, async (scratch, copied) => {
    const db = await openDatabase(location, migrateStore, LONG_PATIENCE);
    try {
      await fillStore(db, scratch, { ...options, store: nameLocation(location) });
      return { store: nameLocation(location), ...copied };
    } finally {
      await db.destroy();
    }
  });
}

/** Reads the backup into a database of its own, with the tables of this release, where all is checked. */
export async function withDump<T>(
  file: string,
  use: (scratch: Kysely<StoreTables>, copied: Omit<StoreCopy, 'store'>) => Promise<T>,
): Promise<T> {
  const dump = await parseDump(file);
  const scratch = await openScratch();
  try {
    await migrateStore(scratch, MIGRATIONS.slice(0, dump.schema));
    // What migrations put there is in the backup, too.
    await clearTables(scratch, await describeTables(dump.schema));
    const rows = await scratch.transaction().execute((transaction) => load(transaction, file, dump.rows));
    await migrateStore(scratch);
    await requireReadable(scratch, file);
    return await use(scratch, { rows, schema: dump.schema });
  } finally {
    await scratch.destroy();
  }
}

/** Puts the rows of one database into another, in one transaction; both have the tables of this release. */
export async function fillStore(
  target: Kysely<StoreTables>,
  source: Kysely<StoreTables>,
  { replace, store }: RestoreOptions & { readonly store: string },
): Promise<void> {
  const shapes = await describeTables();
  await target.transaction().execute(async (transaction) => {
    // First: whoever writes waits or fails, and SQLite has its lock before anything is read.
    await countRevision(transaction, 'settings');
    const former = await transaction.selectFrom('revisions').select('revision').execute();
    if (!replace && !(await isEmpty(transaction, shapes))) {
      throw new VerbatimError(
        'store-not-empty',
        `The store ${store} is not empty, and was left as it is. Say --replace to put the backup in the place of all that it holds, or name another store with STORE_URL or DATA_DIR.`,
      );
    }
    await clearTables(transaction, shapes);
    for (const shape of shapes)
      for await (const page of readPages(source, shape)) await insertRows(transaction, shape, page);
    await raiseRevisions(transaction, Math.max(...former.map(({ revision }) => revision)));
  });
}

async function load(
  transaction: Transaction<StoreTables>,
  file: string,
  rows: AsyncIterable<DumpRow>,
): Promise<number> {
  let count = 0;
  for await (const { table, row, line } of rows) {
    // One by one, so that a key that is there twice has a line.
    await insertRows(transaction, table, [row]).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw invalidDump(file, `the row of ${table.name} does not fit (${reason})`, line);
    });
    count += 1;
  }
  return count;
}

async function requireReadable(scratch: Kysely<StoreTables>, file: string): Promise<void> {
  for (const shape of await describeTables()) {
    for await (const page of readPages(scratch, shape)) {
      for (const row of page) {
        const damage = findDamage(shape, row);
        if (damage !== undefined)
          throw invalidDump(file, `${nameRow(shape, row)} cannot be read (${damage})`);
      }
    }
  }
}

/** What every store has from its first start on. */
const OWN_TABLES = ['revisions', 'secrets'];

async function isEmpty(
  transaction: Transaction<StoreTables>,
  shapes: readonly TableShape[],
): Promise<boolean> {
  for (const { name } of shapes.filter((shape) => !OWN_TABLES.includes(shape.name))) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(transaction);
    if (rows.length > 0) return false;
  }
  return true;
}

/** A bot that has read the store before sees that it is another one, and changes go on counting. */
async function raiseRevisions(transaction: Transaction<StoreTables>, least: number): Promise<void> {
  await transaction.updateTable('revisions').set({ revision: least }).where('revision', '<', least).execute();
  await transaction
    .updateTable('revisions')
    .set((expression) => ({ revision: expression('revision', '+', 1) }))
    .execute();
}
