import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/domain/edition.ts';
import type { EditionStore } from '../../src/domain/ports/edition-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { articleFrom } from '../corpus/parse-text.ts';

function makeEdition(serverId: string, text: string, replacedAt: string): Edition {
  const article = { ...articleFrom('bells-1.md', text), scope: [serverId] };
  return { serverId, id: 'bells-1', replacedAt: `2026-03-01T${replacedAt}:00.000Z`, article };
}

const REF = { serverId: 's1', id: 'bells-1' };
const FIRST = makeEdition('s1', '# Bells\n\nOne bell rings “”\u2028✓. It is old.', '10:00');
const SECOND = makeEdition('s1', '# Bells\n\nTwo bells ring.\n\nThey are new.', '11:00');

/** What every store of editions has to do. */
export function describeEditionStore(name: string, open: () => Promise<Store>): void {
  describe(`editions in ${name}`, () => {
    let whole: Store;
    let store: EditionStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.editions;
    });
    beforeEach(async () => {
      for (const serverId of ['s1', 's2']) await store.removeOf({ serverId });
    });
    afterAll(() => whole.close());

    it('are given back as they were, the latest first', async () => {
      await store.save(FIRST);
      await store.save(SECOND);
      expect(await store.editionsOf(REF)).toEqual([SECOND, FIRST]);
      expect(await store.editionsOf({ ...REF, id: 'boats-2' })).toEqual([]);
    });

    it('are kept once for one text: the moment of the last time counts', async () => {
      await store.save(FIRST);
      await store.save(SECOND);
      const again = { ...FIRST, replacedAt: '2026-03-01T12:00:00.000Z' };
      await store.save(again);
      expect(await store.editionsOf(REF)).toEqual([again, SECOND]);
    });

    it('go with their article or their server, and with no other', async () => {
      await store.save(FIRST);
      await store.save(makeEdition('s2', 'Other bells.', '10:00'));
      await store.save({ ...SECOND, id: 'boats-2' });
      expect(await store.articles()).toEqual([REF, { ...REF, id: 'boats-2' }, { ...REF, serverId: 's2' }]);
      await store.removeArticle(REF);
      expect(await store.editionsOf(REF)).toEqual([]);
      expect(await store.editionsOf({ ...REF, serverId: 's2' })).toHaveLength(1);
      expect(await store.removeOf({ serverId: 's1' })).toBe(1);
      expect(await store.editionsOf({ ...REF, id: 'boats-2' })).toEqual([]);
      expect(await store.editionsOf({ ...REF, serverId: 's2' })).toHaveLength(1);
    });
  });
}
