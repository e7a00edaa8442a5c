import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { openExchangeFile, openExchangeStore } from '../../src/adapters/store/open-exchange-store.ts';
import { afterAll, beforeAll } from 'vitest';
import { createMemoryExchangeStore } from '../doubles/memory-exchange-store.ts';
import { makeSharedFolder } from '../temp-folder.ts';
import { describeExchangeStore } from './exchange-store-contract.ts';
import { makePglitePool } from './pglite-pool.ts';

let folder: string;
beforeAll(async () => {
  folder = await makeSharedFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeExchangeStore('memory', () => Promise.resolve(createMemoryExchangeStore()));
describeExchangeStore('SQLite', async () => openExchangeFile(join(folder, 'data', 'verbatim.db')));
describeExchangeStore('PostgreSQL', () =>
  openExchangeStore(new Kysely({ dialect: new PostgresDialect({ pool: makePglitePool(new PGlite()) }) })),
);
