import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScopeStore } from '../../src/domain/ports/scope-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';

const ADA = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };

/** What every store of scopes has to do. */
export function describeScopeStore(name: string, open: () => Promise<Store>): void {
  describe(`scopes in ${name}`, () => {
    let whole: Store;
    let store: ScopeStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.scopes;
    });
    beforeEach(async () => {
      for (const id of (await store.all()).keys()) await store.remove(id);
    });
    afterAll(() => whole.close());

    it('has what was set last, for each article', async () => {
      await store.set('boats', ['s1', 's2'], ADA);
      await store.set('birds', 'public', ADA);
      await store.set('bees', [], ADA);
      await store.set('boats', ['s2'], ADA);
      expect([...(await store.all())]).toEqual([
        ['bees', []],
        ['birds', 'public'],
        ['boats', ['s2']],
      ]);
      await store.remove('boats');
      await store.remove('none');
      expect([...(await store.all()).keys()]).toEqual(['bees', 'birds']);
    });

    it('has a revision that grows with every change', async () => {
      const first = await store.revision();
      await store.set('boats', 'public', ADA);
      const second = await store.revision();
      await store.all();
      expect(await store.revision()).toBe(second);
      await store.remove('boats');
      expect([second > first, (await store.revision()) > second]).toEqual([true, true]);
    });

    it('takes a person out, and leaves the scopes', async () => {
      await store.set('boats', ['s1'], ADA);
      expect(await store.setBy('ada')).toEqual(['boats']);
      expect(await store.forgetAuthor('ada')).toBe(1);
      expect(await store.forgetAuthor('ada')).toBe(0);
      expect((await store.all()).get('boats')).toEqual(['s1']);
    });
  });
}
