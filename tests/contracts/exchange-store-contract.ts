import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExchangeStore } from '../../src/domain/ports/exchange-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { makeExchange } from './make-exchange.ts';

/** What every store of exchanges has to do; `open` gives an empty one. */
export function describeExchangeStore(name: string, open: () => Promise<Store>): void {
  describe(`exchanges in ${name}`, () => {
    let whole: Store;
    let store: ExchangeStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.exchanges;
    });
    beforeEach(() => store.removeBefore('9999'));
    afterAll(() => whole.close());

    it('has what was saved, whole and in order', async () => {
      const full = makeExchange();
      await store.save(full);
      expect(await store.find(full.id)).toEqual(full);
      expect(await store.find('none')).toBeUndefined();
    });

    it('leaves out what an exchange has not', async () => {
      const { id, channelId, askerId, question, isPrivate, outcome, score, generation, askedAt } =
        makeExchange({ outcome: 'empty-corpus', score: 0, isPrivate: true });
      const bare = {
        ...{ id, channelId, askerId, question, isPrivate, outcome, score, generation, askedAt },
        excerpts: [],
      };
      await store.save(bare);
      expect(await store.find(id)).toStrictEqual(bare);
    });

    it('replaces one with the same id, excerpts and all', async () => {
      await store.save(makeExchange());
      const again = makeExchange({ question: 'Otherwise?', excerpts: makeExchange().excerpts.slice(1) });
      await store.save(again);
      expect(await store.find(again.id)).toEqual(again);
    });

    it('finds the latest that a message began', async () => {
      await store.save(makeExchange({ id: '1', askedAt: '2026-03-01T10:00:00.000Z' }));
      await store.save(makeExchange({ id: '2', askedAt: '2026-03-01T10:01:00.000Z' }));
      expect((await store.findByQuestion('1000'))?.id).toBe('2');
      expect(await store.findByQuestion('1001')).toBeUndefined();
    });

    it('gives the right to share once, and again after it was given back', async () => {
      await store.save(makeExchange());
      const claims = await Promise.all(Array.from({ length: 5 }, () => store.claimShare('1001')));
      expect(claims.filter(Boolean)).toHaveLength(1);
      await store.releaseShare('1001');
      expect(await store.claimShare('1001')).toBe(true);
      expect(await store.claimShare('none')).toBe(false);
    });

    it('forgets by age, by person, by server and one by one', async () => {
      const saved = [
        { id: '1', askerId: 'ada', serverId: 's1', askedAt: '2026-01-01T00:00:00.000Z' },
        { id: '2', askerId: 'ada', serverId: 's2' },
        { id: '3', askerId: 'bob', serverId: 's2' },
        { id: '4', askerId: 'bob', serverId: 's3' },
        { id: '5', askerId: 'cyd', serverId: 's3' },
      ];
      for (const more of saved) await store.save(makeExchange(more));
      expect(await store.removeBefore('2026-02-01T00:00:00.000Z')).toBe(1);
      expect(await store.removeOf({ askerId: 'ada' })).toBe(1);
      expect(await store.removeOf({ serverId: 's2' })).toBe(1);
      await store.remove('4');
      const left = await Promise.all(saved.map(({ id }) => store.find(id)));
      expect(left.map((exchange) => exchange?.id)).toEqual([undefined, undefined, undefined, undefined, '5']);
    });

    it('lists what somebody asked, and the servers', async () => {
      await store.save(makeExchange({ id: '2', askerId: 'ada', serverId: 's2' }));
      await store.save(makeExchange({ id: '1', askerId: 'ada', serverId: 's1' }));
      const { serverId: _, ...direct } = makeExchange({ id: '3', askerId: 'ada', excerpts: [] });
      await store.save({ ...direct, askedAt: '2026-01-01T00:00:00.000Z' });
      await store.save(makeExchange({ id: '4', askerId: 'bob', serverId: 's2' }));
      const asked = await store.listOf('ada');
      expect(asked.map(({ id }) => id)).toEqual(['3', '1', '2']);
      expect(asked[1]).toEqual(makeExchange({ id: '1', askerId: 'ada', serverId: 's1' }));
      expect(await store.listOf('nobody')).toEqual([]);
      expect(await store.servers()).toEqual(['s1', 's2']);
    });

    it('keeps apart what many write at once', async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `n${index}`);
      await Promise.all(ids.map((id) => store.save(makeExchange({ id, question: `Question ${id}?` }))));
      for (const id of ids) expect((await store.find(id))?.question).toBe(`Question ${id}?`);
    });

    it('has any question again, but for what no text may hold', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), async (question) => {
          await store.save(makeExchange({ question }));
          expect((await store.find('1001'))?.question.replaceAll('\ufffd', '\0')).toBe(
            question.replaceAll('\ufffd', '\0'),
          );
        }),
        { numRuns: 15 },
      );
    });
  });
}
