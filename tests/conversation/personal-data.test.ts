import { expect, it } from 'vitest';
import { DATA_HOLDERS } from '../../src/conversation/data-holders.ts';
import { exportPerson, forgetPerson, forgetServer } from '../../src/conversation/personal-data.ts';
import { createStoreGuard } from '../../src/conversation/store-guard.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { makeExchange } from '../contracts/make-exchange.ts';
import { createMemoryStore } from '../doubles/memory-store.ts';

const AT = '2026-03-01T10:00:00.000Z';

function guardOf(store: Store) {
  return createStoreGuard({
    open: () => Promise.resolve(store),
    onFailed: () => undefined,
    onRecovered: () => undefined,
    clock: () => 0,
  });
}

it('gives a person everything of theirs, without pseudonyms and vectors', async () => {
  const store = createMemoryStore();
  const exchange = makeExchange({ askerId: 'ada', serverId: 's1' });
  const hash = await store.hashPerson('s1', 'ada');
  await store.exchanges.save(exchange);
  await store.exchanges.save(makeExchange({ id: '2', askerId: 'bob' }));
  await store.feedback.vote('1001', { voterHash: hash, vote: 'up', at: AT });
  const gap = { id: 'g', serverId: 's1', question: 'How deep?', outcome: 'no-hits', at: AT } as const;
  await store.gaps.save({ ...gap, vector: new Float32Array(3), askerHash: hash });
  await store.gaps.dismiss('s1', ['g'], { by: 'ada', at: AT });
  await store.settings.change('s1', { gapReports: false }, { by: 'ada', at: AT });
  await store.scopes.set('boats', 'public', { by: 'ada', at: AT });
  const kept = await exportPerson(guardOf(store), 'ada');
  expect(kept).toMatchObject({
    votes: [{ exchangeId: '1001', vote: 'up', at: AT }],
    questions: [exchange],
    unansweredQuestions: [gap],
    dismissedQuestions: ['g'],
    settingsChanges: [{ serverId: 's1', change: { by: 'ada', after: { gapReports: false } } }],
    articleScopes: ['boats'],
  });
  expect(Object.keys(kept ?? {})).toEqual(DATA_HOLDERS.map(({ name }) => name));
  expect(JSON.stringify(kept)).not.toContain(hash);
  expect(JSON.stringify(kept)).not.toContain('vector');
});

it('says when the store cannot be used', async () => {
  const reject = () => Promise.reject(new Error('database is locked'));
  const store = createMemoryStore();
  const guard = guardOf({ ...store, gaps: { ...store.gaps, servers: reject, removeOf: reject } });
  expect(await exportPerson(guard, 'ada')).toBeUndefined();
  expect(await forgetPerson(guard, 'ada')).toBe(false);
  expect(await forgetServer(guard, 's1')).toBe(false);
});
