import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followScopes } from '../../src/app/follow-scopes.ts';
import { createStoreGuard } from '../../src/conversation/store-guard.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { createMemoryScopeStore } from '../doubles/memory-scope-store.ts';
import { createMemoryStore } from '../doubles/memory-store.ts';

const AUTHOR = { by: 'operator', at: '2026-11-28T10:00:00.000Z' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function guardOver(scopes: Store['scopes']) {
  const store = createMemoryStore({ scopes });
  return createStoreGuard({
    open: () => Promise.resolve(store),
    onFailed: () => undefined,
    onRecovered: () => undefined,
    clock: () => performance.now(),
  });
}

it('knows who may read what, and sees a change of another process after a second', async () => {
  const scopes = createMemoryScopeStore();
  await scopes.set('ledger', ['111111111111111111'], AUTHOR);
  const followed = await followScopes(guardOver(scopes));
  expect(followed.get().get('ledger')).toEqual(['111111111111111111']);
  await scopes.set('ledger', 'public', AUTHOR);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(followed.get().get('ledger')).toBe('public');
  followed.stop();
  await scopes.remove('ledger');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(followed.get().has('ledger')).toBe(true);
});

it('keeps what it last knew while the store cannot be read', async () => {
  const scopes = createMemoryScopeStore();
  await scopes.set('ledger', [], AUTHOR);
  let isBroken = false;
  const followed = await followScopes(
    guardOver({
      ...scopes,
      revision: () => (isBroken ? Promise.reject(new Error('gone')) : scopes.revision()),
    }),
  );
  isBroken = true;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(followed.get().get('ledger')).toEqual([]);
  followed.stop();
});
