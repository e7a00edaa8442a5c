import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/ports/store.ts';

/** What a store has to do beside its parts. */
export function describeWholeStore(name: string, open: () => Promise<Store>): void {
  describe(`people in ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it('have one pseudonym in each server and another elsewhere', async () => {
      const hashes = await Promise.all([
        store.hashPerson('s1', 'ada'),
        store.hashPerson('s1', 'bob'),
        store.hashPerson('s2', 'ada'),
        store.hashPerson(undefined, 'ada'),
      ]);
      expect(new Set(hashes).size).toBe(4);
      for (const hash of hashes) expect(hash).toMatch(/^[\w-]{43}$/u);
      expect(await store.hashPerson('s1', 'ada')).toBe(hashes[0]);
    });
  });
}
