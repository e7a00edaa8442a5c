import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import type { Store } from '../../../src/domain/ports/store.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../../src/domain/server-settings.ts';
import { makeTempFolder } from '../../temp-folder.ts';

const ADA = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };

/** A store that holds settings and a scope, in which that statement was run behind its back. */
async function openDamaged(statement: string): Promise<{ store: Store; warnings: string[] }> {
  const file = join(await makeTempFolder(), 'verbatim.db');
  const before = await openStore(file);
  await before.settings.change('s1', { language: 'de', gapWording: true }, ADA);
  await before.scopes.set('boats', ['s1'], ADA);
  await before.close();
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
  const warnings: string[] = [];
  const store = await openStore(file, { warn: (message) => warnings.push(message) });
  return { store, warnings };
}

const setSettings = (json: string) => `update server_settings set settings = '${json}'`;

describe('settings that cannot be read', () => {
  it.each(['no json', '[]', 'null', '"text"'])(
    'as a whole (%s): the defaults hold, with one warning',
    async (json) => {
      const { store, warnings } = await openDamaged(setSettings(json));
      expect(await store.settings.read('s1')).toStrictEqual(DEFAULT_SERVER_SETTINGS);
      await store.settings.read('s1');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/server s1 cannot be read/u);
      await store.close();
    },
  );

  it('in part: only that part has its default, and the next change mends it', async () => {
    const damaged = '{"language":"de","grades":7,"quiz":{"rounds":9000},"colour":"red"}';
    const { store, warnings } = await openDamaged(setSettings(damaged));
    expect(await store.settings.read('s1')).toStrictEqual({ ...DEFAULT_SERVER_SETTINGS, language: 'de' });
    expect(warnings.join()).toMatch(/grades.*quiz.*colour/u);
    await store.settings.change('s1', { grades: 'four' }, ADA);
    expect(await store.settings.read('s1')).toMatchObject({ language: 'de', grades: 'four' });
    await store.close();
  });

  it('in the list of changes: what is left of them is shown', async () => {
    const { store, warnings } = await openDamaged(
      `update settings_changes set fields = '["language","colour"]', before = '{', after = '{"language":"de"}'`,
    );
    expect(await store.settings.changes('s1', 5)).toMatchObject([
      { fields: ['language'], before: {}, after: { language: 'de' } },
    ]);
    expect(warnings).toHaveLength(1);
    await store.close();
  });
});

it('a scope that cannot be read shows the article to nobody', async () => {
  const { store, warnings } = await openDamaged(`update article_scopes set scope = '"everybody"'`);
  expect((await store.scopes.all()).get('boats')).toEqual([]);
  expect(warnings[0]).toMatch(/article boats/u);
  await store.close();
});
