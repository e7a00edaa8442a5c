import type { Kysely } from 'kysely';
import { VerbatimError } from '../../domain/errors.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Migration } from './migrations.ts';
import type { StoreTables } from './store-tables.ts';

/**
 * Brings the tables up to date, each step in a transaction of its own together with its version number.
 * @throws VerbatimError store-unusable when a later release has written the store
 */
export async function migrateStore(
  db: Kysely<StoreTables>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await createVersions(db);
  let current = await readVersion(db);
  requireKnown(current, migrations.length);
  while (current < migrations.length) {
    const next = migrations[current];
    if (next) await apply(db, next, current + 1);
    current += 1;
  }
}

/** @throws VerbatimError store-unusable when a later release has written the store */
export function requireKnown(version: number, known: number = MIGRATIONS.length): void {
  if (version <= known) return;
  throw new VerbatimError(
    'store-unusable',
    `The store has version ${version}, but this release knows ${known}: a later one has written it. Update Verbatim, or name another store with STORE_URL or DATA_DIR.`,
  );
}

async function createVersions(db: Kysely<StoreTables>): Promise<void> {
  try {
    await db.schema
      .createTable('schema_versions')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute();
  } catch (error) {
    // In PostgreSQL, two that start at the same moment may both find none: it is there then.
    await readVersion(db).catch(() => {
      throw error;
    });
  }
}

async function apply(db: Kysely<StoreTables>, { name, up }: Migration, version: number): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      // First the number: a second process that starts at the same moment waits here, and then fails.
      await transaction.insertInto('schema_versions').values({ version, name }).execute();
      await up(transaction);
    });
  } catch (error) {
    if ((await readVersion(db)) < version) throw error;
  }
}

/** @throws Error when there are no tables */
export async function readVersion(db: Kysely<StoreTables>): Promise<number> {
  const rows = await db.selectFrom('schema_versions').select('version').execute();
  return Math.max(0, ...rows.map(({ version }) => version));
}
