import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { makeExchange } from '../../contracts/make-exchange.ts';
import { makeTempFolder } from '../../temp-folder.ts';

const FORMER = join(import.meta.dirname, '../../fixtures/store-1/verbatim.db');

it('a store of the first schema has all it had, and what came later', async () => {
  const file = join(await makeTempFolder(), 'verbatim.db');
  await copyFile(FORMER, file);
  const store = await openStore(file);
  expect(await store.exchanges.find('1001')).toEqual(makeExchange());
  expect(await store.exchanges.findByQuestion('1003')).toMatchObject({ id: '1002', follows: '1001' });
  expect(await store.exchanges.claimShare('1002')).toBe(false);
  const refused = await store.exchanges.find('1005');
  expect(refused).toMatchObject({ outcome: 'weak-hits', isPrivate: true, askerId: '41' });
  expect(refused).not.toHaveProperty('serverId');
  const author = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };
  await store.settings.change('30', { language: 'de' }, author);
  await store.scopes.set('boats', ['30'], author);
  expect(await store.feedback.vote('1001', { voterHash: 'v1', vote: 'up', at: author.at })).toBe(true);
  await store.close();
  const again = await openStore(file);
  expect(await again.settings.read('30')).toMatchObject({ language: 'de' });
  expect((await again.scopes.all()).get('boats')).toEqual(['30']);
  expect(await again.feedback.of('1001')).toHaveLength(1);
  await again.close();
});
