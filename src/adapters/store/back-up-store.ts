import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import type { Kysely, Transaction } from 'kysely';
import { VerbatimError } from '../../domain/errors.ts';
import type { StoreCopy } from '../../domain/operating.ts';
import { writeNewFile } from '../write-new-file.ts';
import { findDamage, nameRow } from './check-row.ts';
import { readPages } from './copy-rows.ts';
import { describeTables } from './describe-tables.ts';
import type { StoredRow, TableShape } from './describe-tables.ts';
import type { DumpEnd, DumpHeader } from './dump-format.ts';
import { readVersion, requireKnown } from './migrate-store.ts';
import { MIGRATIONS } from './migrations.ts';
import { nameLocation } from './open-database.ts';
import { openExisting } from './open-existing.ts';
import type { StoreTables } from './store-tables.ts';

/** Questions are for the eyes of those who may read the store. */
const OWNER_ONLY = 0o600;

/**
 * Writes all that the store holds into a new file, as it was at one moment: the bot may go on meanwhile.
 * @throws VerbatimError store-unusable; backup-failed when the file is there already or cannot be written, or the store
 * holds what cannot be read
 */
export async function backUpStore(location: string, file: string, created: Date): Promise<StoreCopy> {
  const db = await openExisting(location);
  try {
    return { store: nameLocation(location), ...(await dumpStore(db, file, created)) };
  } finally {
    await db.destroy();
  }
}

/** @throws VerbatimError as backUpStore */
export async function dumpStore(
  db: Kysely<StoreTables>,
  file: string,
  created: Date,
): Promise<Omit<StoreCopy, 'store'>> {
  let copied = { rows: 0, schema: 0 };
  const write = async (handle: FileHandle): Promise<void> => {
    copied = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((transaction) => writeDump(transaction, handle, created.toISOString()));
  };
  const isNew = await writeNewFile(file, { mode: OWNER_ONLY, write }).catch((cause: unknown) => {
    if (cause instanceof VerbatimError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VerbatimError(
      'backup-failed',
      `The backup ${file} was not written: ${reason}. Check that its folder is there and can be written to, and that there is room.`,
      { cause },
    );
  });
  if (isNew) return copied;
  throw new VerbatimError(
    'backup-failed',
    `${resolve(file)} is there already, and was left as it is. Name a new file, or move that one away first.`,
  );
}

async function writeDump(
  transaction: Transaction<StoreTables>,
  handle: FileHandle,
  created: string,
): Promise<{ readonly rows: number; readonly schema: number }> {
  const schema = await readVersion(transaction);
  requireKnown(schema);
  const hash = createHash('sha256');
  const write = async (values: readonly object[]): Promise<void> => {
    const lines = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    hash.update(lines);
    await handle.write(lines);
  };
  const header: DumpHeader = { format: 'verbatim-store', version: 1, schema, created };
  await write([header]);
  let rows = 0;
  for (const shape of await describeTables(schema)) {
    await write([{ $table: shape.name }]);
    for await (const page of readPages(transaction, shape)) {
      // What an older release has written is read by this one only after it was brought up to date.
      if (schema === MIGRATIONS.length)
        page.forEach((row) => {
          requireReadable(shape, row);
        });
      await write(page);
      rows += page.length;
    }
  }
  const end: DumpEnd = { $rows: rows, $sha256: hash.digest('hex') };
  await handle.write(`${JSON.stringify(end)}\n`);
  return { rows, schema };
}

/** What is kept in a backup can be restored from it, or it is said while the store is still there. */
function requireReadable(shape: TableShape, row: StoredRow): void {
  const damage = findDamage(shape, row);
  if (damage === undefined) return;
  throw new VerbatimError(
    'backup-failed',
    `The store was not copied: it holds what this release cannot read (${nameRow(shape, row)}: ${damage}). Update Verbatim if a later release has written it; otherwise remove that row from the store.`,
  );
}
