import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrateStore } from '../../../src/adapters/store/migrate-store.ts';
import { MIGRATIONS } from '../../../src/adapters/store/migrations.ts';
import type { Migration } from '../../../src/adapters/store/migrations.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { openSqlite } from '../../../src/adapters/store/open-sqlite.ts';
import { makeExchange } from '../../contracts/make-exchange.ts';
import { makeTempFolder } from '../../temp-folder.ts';

const newFile = async () => join(await makeTempFolder(), 'verbatim.db');

describe('the store in a file', () => {
  it('has everything again after it was closed', async () => {
    const file = await newFile();
    const store = await openStore(file);
    await store.exchanges.save(makeExchange());
    await store.close();
    const again = await openStore(file);
    expect(await again.exchanges.find('1001')).toEqual(makeExchange());
    await again.close();
  });

  it('can be opened by two at the same moment', async () => {
    const file = await newFile();
    const stores = await Promise.all([openStore(file), openStore(file)]);
    await stores[0].exchanges.save(makeExchange());
    expect(await stores[1].exchanges.find('1001')).toEqual(makeExchange());
    await Promise.all(stores.map((store) => store.close()));
  });

  it('removes the excerpts with their exchange', async () => {
    const file = await newFile();
    const store = await openStore(file);
    await store.exchanges.save(makeExchange());
    await store.exchanges.remove('1001');
    await store.close();
    const database = new DatabaseSync(file);
    expect(database.prepare('pragma journal_mode').all()).toEqual([{ journal_mode: 'wal' }]);
    expect(database.prepare('select count(*) as n from exchange_excerpts').all()).toEqual([{ n: 0 }]);
    database.close();
  });

  it('says what to do about a file that is no store', async () => {
    const file = await newFile();
    await writeFile(file, 'x'.repeat(20_000));
    await expect(openStore(file)).rejects.toThrow(/cannot be used[\s\S]*can be moved away/u);
  });

  it('rejects while another holds the lock, and works again afterwards', async () => {
    const file = await newFile();
    const store = await openStore(file);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    await expect(store.exchanges.save(makeExchange())).rejects.toThrow(/locked/u);
    other.exec('rollback');
    await store.exchanges.save(makeExchange());
    expect(await store.exchanges.find('1001')).toEqual(makeExchange());
    other.close();
    await store.close();
  });
});

describe('migrations', () => {
  it('leave nothing of a step that fails, and go on from there the next time', async () => {
    const db = await openSqlite(await newFile());
    const half: Migration = {
      name: 'half',
      up: async (transaction) => {
        await transaction.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('The power went.');
      },
    };
    await expect(migrateStore(db, [...MIGRATIONS, half])).rejects.toThrow('The power went.');
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    expect(tables).toContain('exchanges');
    expect(tables).not.toContain('half');
    await migrateStore(db, [...MIGRATIONS, { name: 'whole', up: () => Promise.resolve() }]);
    expect(await db.selectFrom('schema_versions').selectAll().execute()).toEqual(
      [...MIGRATIONS, { name: 'whole' }].map(({ name }, index) => ({ version: index + 1, name })),
    );
    await db.destroy();
  });

  it('refuse what a later release has written', async () => {
    const db = await openSqlite(await newFile());
    await migrateStore(db, [...MIGRATIONS, { name: 'later', up: () => Promise.resolve() }]);
    await expect(migrateStore(db)).rejects.toThrow(/a later one has written it\. Update Verbatim/u);
    await db.destroy();
  });
});
