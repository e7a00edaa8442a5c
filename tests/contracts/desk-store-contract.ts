import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskStore } from '../../src/domain/ports/desk-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';

const BELLS = { serverId: 's1', id: 'bells-1' };
const BOATS = { serverId: 's1', id: 'boats-2' };
/** The same id in another server. */
const OTHERS = { serverId: 's2', id: 'bells-1' };

function at(hour: number): string {
  return `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
}

/** What every store of the desk has to do. */
export function describeDeskStore(name: string, open: () => Promise<Store>): void {
  describe(`the desk in ${name}`, () => {
    let whole: Store;
    let store: DeskStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.desk;
    });
    beforeEach(async () => {
      for (const serverId of ['s1', 's2']) await store.removeOf({ serverId });
    });
    afterAll(() => whole.close());

    it('has the additions of a server, the latest first, and counts them from a moment on', async () => {
      await store.saveAddition({ ...BELLS, by: 'ada', at: at(10) });
      await store.saveAddition({ ...BOATS, by: 'bob', at: at(12) });
      await store.saveAddition({ ...BELLS, at: at(14) });
      await store.saveAddition({ ...OTHERS, by: 'ada', at: at(13) });
      expect(await store.additions('s1')).toEqual([
        { ...BELLS, at: at(14) },
        { ...BOATS, by: 'bob', at: at(12) },
        { ...BELLS, by: 'ada', at: at(10) },
      ]);
      expect(await store.countAdditions('s1', at(12))).toBe(2);
      expect(await store.countAdditions('s1', at(15))).toBe(0);
      expect(await store.additions('s3')).toEqual([]);
      expect(await store.additionsBy('ada')).toEqual([
        { ...OTHERS, by: 'ada', at: at(13) },
        { ...BELLS, by: 'ada', at: at(10) },
      ]);
    });

    it('has one removal of an article, whatever its title', async () => {
      const title = '“Bells” \0 \ud800 ✓';
      await store.saveRemoval({ ...BELLS, title: 'Once', by: 'ada', removedAt: at(10) });
      await store.saveRemoval({ ...BELLS, title: 'Bells', removedAt: at(11) });
      await store.saveRemoval({ ...BOATS, title: 'Boats', by: 'bob', removedAt: at(12) });
      await store.saveRemoval({ ...OTHERS, title, by: 'ada', removedAt: at(9) });
      expect(await store.removals('s1')).toEqual([
        { ...BOATS, title: 'Boats', by: 'bob', removedAt: at(12) },
        { ...BELLS, title: 'Bells', removedAt: at(11) },
      ]);
      expect((await store.removals()).map(({ removedAt }) => removedAt)).toEqual([at(12), at(11), at(9)]);
      await store.dropRemoval(BELLS);
      await store.dropRemoval({ serverId: 's3', id: 'none' });
      expect(await store.removals('s1')).toHaveLength(1);
      expect(await store.removals('s2')).toHaveLength(1);
    });

    it('forgets an article of one server', async () => {
      for (const ref of [BELLS, OTHERS]) {
        await store.saveAddition({ ...ref, by: 'ada', at: at(10) });
        await store.saveRemoval({ ...ref, title: 'Bells', by: 'ada', removedAt: at(11) });
      }
      await store.removeArticle(BELLS);
      expect([await store.additions('s1'), await store.removals('s1')]).toEqual([[], []]);
      expect(await store.additions('s2')).toHaveLength(1);
      expect(await store.removals('s2')).toHaveLength(1);
    });

    it('forgets who it was of a person, and everything of a server', async () => {
      await store.saveAddition({ ...BELLS, by: 'ada', at: at(10) });
      await store.saveAddition({ ...BOATS, by: 'bob', at: at(11) });
      await store.saveRemoval({ ...OTHERS, title: 'Bells', by: 'ada', removedAt: at(12) });
      expect(await store.removeOf({ personId: 'ada' })).toBe(2);
      expect(await store.removeOf({ personId: 'ada' })).toBe(0);
      expect(await store.additions('s1')).toEqual([
        { ...BOATS, by: 'bob', at: at(11) },
        { ...BELLS, at: at(10) },
      ]);
      expect(await store.removals('s2')).toEqual([{ ...OTHERS, title: 'Bells', removedAt: at(12) }]);
      expect(await store.removeOf({ serverId: 's1' })).toBe(2);
      expect(await store.additions('s1')).toEqual([]);
      expect(await store.removals()).toHaveLength(1);
    });
  });
}
