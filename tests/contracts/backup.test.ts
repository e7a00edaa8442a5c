import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dumpStore } from '../../src/adapters/store/back-up-store.ts';
import { describeTables } from '../../src/adapters/store/describe-tables.ts';
import { createStore, openStore } from '../../src/adapters/store/open-store.ts';
import { fillStore, withDump } from '../../src/adapters/store/restore-store.ts';
import { makeTempFolder } from '../temp-folder.ts';
import { fillTables, readTables } from './fill-store.ts';
import { provideDatabases } from './store-databases.ts';
import type { DatabaseKind, TestDatabase } from './store-databases.ts';

const databases = provideDatabases();
const NOW = new Date('2026-03-02T10:00:00.000Z');

async function open({ open: openDatabase }: DatabaseKind): Promise<TestDatabase> {
  const database = await openDatabase();
  let closed = false;
  const close = async () => {
    if (!closed) await database.close();
    closed = true;
  };
  onTestFinished(close);
  return { ...database, close };
}

async function restore(file: string, { db }: TestDatabase, replace = false): Promise<void> {
  await withDump(file, (scratch) => fillStore(db, scratch, { replace, store: 'the store' }));
}

for (const from of databases) {
  for (const to of databases) {
    describe.skipIf(!from.isThere || !to.isThere)(`a backup of ${from.name} restored into ${to.name}`, () => {
      it('has every row of every table, and its people the same pseudonyms', async () => {
        const file = join(await makeTempFolder(), 'store.jsonl');
        const source = await open(from);
        await fillTables(source.db);
        const before = await readTables(source.db);
        const ada = await createStore(source.db).hashPerson('30', 'ada');
        await dumpStore(source.db, file, NOW);
        await source.close();

        const target = await open(to);
        await restore(file, target);
        expect(await readTables(target.db)).toStrictEqual(before);
        expect(Object.keys(before)).toEqual((await describeTables()).map(({ name }) => name));
        expect(await createStore(target.db).hashPerson('30', 'ada')).toBe(ada);
      });
    });
  }
}

for (const kind of databases) {
  describe.skipIf(!kind.isThere)(`a store on ${kind.name}`, () => {
    it('that is not empty is restored only when it is said, and then holds nothing else', async () => {
      const file = join(await makeTempFolder(), 'store.jsonl');
      const target = await open(kind);
      await fillTables(target.db);
      await dumpStore(target.db, file, NOW);
      const store = createStore(target.db);
      await store.settings.change('99', { language: 'fr' }, { by: 'bob', at: NOW.toISOString() });
      await store.scopes.set('birds', 'public', { by: 'bob', at: NOW.toISOString() });
      const before = await readTables(target.db);
      await expect(restore(file, target)).rejects.toMatchObject({ code: 'store-not-empty' });
      expect(await readTables(target.db)).toStrictEqual(before);

      const revisions = [await store.settings.revision(), await store.scopes.revision()];
      await restore(file, target, true);
      expect(await store.settings.servers()).toEqual(['30']);
      expect([...(await store.scopes.all()).keys()]).toEqual(['boats']);
      // Who keeps settings in memory has to notice, and the next change needs an id of its own.
      expect(await store.settings.revision()).toBeGreaterThan(revisions[0] ?? 0);
      expect(await store.scopes.revision()).toBeGreaterThan(revisions[1] ?? 0);
      const next = await store.settings.change(
        '30',
        { language: 'es' },
        { by: 'bob', at: NOW.toISOString() },
      );
      expect(next).toMatchObject({ before: { language: 'de' }, after: { language: 'es' } });
    });

    it('is copied as it was at one moment while somebody writes', async () => {
      const file = join(await makeTempFolder(), 'store.jsonl');
      const source = await open(kind);
      await fillTables(source.db);
      // With a connection of its own where there can be one, as a bot has.
      const store = source.location === undefined ? createStore(source.db) : await openStore(source.location);
      const author = { by: 'bob', at: NOW.toISOString() };
      const ending = new AbortController();
      const writer = (async () => {
        for (let id = 0; !ending.signal.aborted; id += 1) {
          await setImmediate();
          await store.settings.change(`w${id}`, { language: 'fr' }, author);
          await store.scopes.set(`w${id}`, 'public', author);
        }
      })();
      await dumpStore(source.db, file, NOW);
      ending.abort();
      await writer;
      if (source.location !== undefined) await store.close();
      await source.close();
      const target = await open(kind);
      await restore(file, target);
      const copy = createStore(target.db);
      const servers = (await copy.settings.servers()).length;
      const scopes = (await copy.scopes.all()).size;
      // A server's change comes before its scope: what lies between them is one at most.
      expect(servers - scopes).toBeOneOf([0, 1]);
    });
  });
}
