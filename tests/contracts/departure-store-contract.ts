import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/ports/store.ts';

/** What every store of servers that have left has to do. */
export function describeDepartureStore(name: string, open: () => Promise<Store>): void {
  describe(`departures in ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it('keeps when a server left first, until it is back', async () => {
      const { departures } = store;
      await departures.mark('s2', '2026-03-01T00:00:00.000Z');
      await departures.mark('s1', '2026-03-02T00:00:00.000Z');
      await departures.mark('s2', '2026-05-01T00:00:00.000Z');
      expect(await departures.before('2026-03-01T00:00:00.000Z')).toEqual([]);
      expect(await departures.before('2026-04-01T00:00:00.000Z')).toEqual(['s1', 's2']);
      await departures.unmark('s2');
      await departures.unmark('none');
      expect(await departures.before('2026-06-01T00:00:00.000Z')).toEqual(['s1']);
    });
  });
}
