import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, describe } from 'vitest';
import { migrateStore } from '../../src/adapters/store/migrate-store.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { createStore } from '../../src/adapters/store/open-store.ts';
import type { StoreTables } from '../../src/adapters/store/store-tables.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { createMemoryStore } from '../doubles/memory-store.ts';
import { makeSharedFolder } from '../temp-folder.ts';
import { makePglitePool } from './pglite-pool.ts';

/** A PostgreSQL that tests may fill, such as postgres://postgres@127.0.0.1:5432/postgres; each makes a schema of its own. */
export const TEST_POSTGRES_URL = process.env['TEST_POSTGRES_URL'];

/** What each store has to do; `open` gives an empty one. */
export type StoreSuite = (name: string, open: () => Promise<Store>) => void;

/** Runs the suites on the double and on every database; for a real PostgreSQL they need its address. */
export function describeOnEachDatabase(...suites: readonly StoreSuite[]): void {
  const databases = provideDatabases();
  for (const suite of suites) {
    suite('memory', () => Promise.resolve(createMemoryStore()));
    for (const { name, isThere, open } of databases) {
      describe.skipIf(!isThere)(name, () => {
        suite(name, async () => {
          const { db, close } = await open();
          return { ...createStore(db), close };
        });
      });
    }
  }
}

/** A database with the tables of the store, all of them empty. */
export interface TestDatabase {
  readonly db: Kysely<StoreTables>;
  /** Where it is a file or an address. */
  readonly location?: string;
  readonly close: () => Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  readonly isThere: boolean;
  /** One at a time of each kind is open. */
  readonly open: () => Promise<TestDatabase>;
}

/** Every kind of database that the store may lie in; what they need ends with the file or suite that asks. */
export function provideDatabases(): readonly DatabaseKind[] {
  const folder = makeSharedFolder();
  const pglite = PGlite.create();
  afterAll(async () => {
    await (await pglite).close();
    await rm(await folder, { recursive: true, force: true });
  });
  let files = 0;
  return [
    {
      name: 'SQLite',
      isThere: true,
      open: async () => openAt(join(await folder, `${(files += 1)}`, 'verbatim.db')),
    },
    { name: 'PGlite', isThere: true, open: async () => openPglite(await pglite) },
    {
      name: 'PostgreSQL, by TEST_POSTGRES_URL',
      isThere: TEST_POSTGRES_URL !== undefined,
      open: async () => {
        const { url, drop } = await makePostgresSchema(TEST_POSTGRES_URL ?? '');
        const opened = await openAt(url);
        return { ...opened, close: () => opened.close().then(drop) };
      },
    },
  ];
}

async function openAt(location: string): Promise<TestDatabase> {
  const db = await openDatabase(location, migrateStore);
  return { db, location, close: () => db.destroy() };
}

/** In place of the one before; to close it leaves PGlite open. */
async function openPglite(pglite: PGlite): Promise<TestDatabase> {
  await pglite.exec('drop schema public cascade; create schema public');
  const pool = { ...makePglitePool(pglite), end: () => Promise.resolve() };
  const db = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) });
  await migrateStore(db);
  return { db, close: () => db.destroy() };
}

interface Schema {
  /** An address whose tables lie in that schema. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** An empty schema in that PostgreSQL, so that tests at the same time do not meet. */
export async function makePostgresSchema(address: string): Promise<Schema> {
  const name = `verbatim_test_${randomBytes(6).toString('hex')}`;
  const db = await openDatabase(address, async (opened) => {
    await sql`create schema ${sql.id(name)}`.execute(opened);
  });
  const url = new URL(address);
  url.searchParams.set('options', `-c search_path=${name}`);
  return {
    url: url.href,
    drop: async () => {
      await sql`drop schema ${sql.id(name)} cascade`.execute(db);
      await db.destroy();
    },
  };
}
