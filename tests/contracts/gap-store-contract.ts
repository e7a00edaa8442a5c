import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Gap } from '../../src/domain/gap.ts';
import type { GapStore } from '../../src/domain/ports/gap-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { makeExchange } from './make-exchange.ts';

const ADA = { by: 'ada', at: '2026-03-05T10:00:00.000Z' };

function makeGap(more: Partial<Gap> = {}): Gap {
  return {
    id: '1',
    serverId: 's1',
    question: 'How deep is the harbour?',
    vector: Float32Array.from({ length: 384 }, (_, index) => Math.sin(index) / 20),
    askerHash: 'h1',
    outcome: 'weak-hits',
    at: '2026-03-01T10:00:00.000Z',
    ...more,
  };
}

/** What every store of gaps has to do. */
export function describeGapStore(name: string, open: () => Promise<Store>): void {
  describe(`gaps in ${name}`, () => {
    let whole: Store;
    let store: GapStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.gaps;
    });
    beforeEach(() => store.removeBefore('9999'));
    afterAll(() => whole.close());

    it('has what was saved, to the bit', async () => {
      const [nearest] = makeExchange().excerpts;
      const bare = makeGap();
      const full = makeGap({
        id: '2',
        ...(nearest && { nearest }),
        tellAsker: { userId: '40', channelId: '20' },
        toldAt: ADA.at,
      });
      await store.save(bare);
      await store.save(full);
      expect(await store.find('1')).toStrictEqual(bare);
      expect(await store.find('2')).toStrictEqual(full);
      expect(await store.find('none')).toBeUndefined();
    });

    it('keeps what no text may hold as near as it can', async () => {
      await store.save(makeGap({ question: 'a\u{1f41d}b' }));
      expect((await store.find('1'))?.question).toBe('a\u{1f41d}b');
      await expect(store.save(makeGap({ question: 'a\0b\ud83d' }))).resolves.toBeUndefined();
    });

    it('lists those of a server since a moment, oldest first, without the dismissed', async () => {
      await store.save(makeGap({ id: '3', at: '2026-03-03T00:00:00.000Z' }));
      await store.save(makeGap({ id: '2', at: '2026-03-02T00:00:00.000Z' }));
      await store.save(makeGap({ id: '1', at: '2026-01-01T00:00:00.000Z' }));
      await store.save(makeGap({ id: '4', serverId: 's2' }));
      const list = async () => (await store.list('s1', '2026-02-01')).map(({ id }) => id);
      expect(await list()).toEqual(['2', '3']);
      expect(await store.dismiss('s1', ['2', '4', 'none'], ADA)).toBe(1);
      expect(await store.dismiss('s1', ['2'], ADA)).toBe(0);
      expect(await store.dismiss('s1', [], ADA)).toBe(0);
      expect(await list()).toEqual(['3']);
      await store.save(makeGap({ id: '2', at: '2026-03-02T00:00:00.000Z' }));
      expect(await list()).toEqual(['3']);
      expect(await store.list('s2', '2026-02-01')).toHaveLength(1);
      expect(await store.servers()).toEqual(['s1', 's2']);
    });

    it('dismisses a thousand at once', async () => {
      const ids = Array.from({ length: 1000 }, (_, index) => `n${index}`);
      await store.save(makeGap({ id: 'n999' }));
      expect(await store.dismiss('s1', ids, ADA)).toBe(1);
    });

    it('knows who waits to be told, and lets each be told once', async () => {
      await store.save(makeGap({ id: '1' }));
      await store.save(makeGap({ id: '2' }));
      expect(await store.askToBeTold('2', { userId: '40' })).toBe(true);
      expect(await store.askToBeTold('none', { userId: '40' })).toBe(false);
      expect(await store.waiting('s1')).toStrictEqual([makeGap({ id: '2', tellAsker: { userId: '40' } })]);
      const rights = await Promise.all([store.setTold('2', ADA.at), store.setTold('2', ADA.at)]);
      expect(rights.filter(Boolean)).toHaveLength(1);
      expect(await store.setTold('none', ADA.at)).toBe(false);
      expect(await store.waiting('s1')).toEqual([]);
      expect(await store.find('2')).toStrictEqual(makeGap({ id: '2', toldAt: ADA.at }));
    });

    it('lists by asker and by who dismissed, and forgets who that was', async () => {
      await store.save(makeGap({ id: '2' }));
      await store.save(makeGap({ id: '1' }));
      await store.save(makeGap({ id: '3', askerHash: 'h2' }));
      await store.dismiss('s1', ['1', '3'], ADA);
      expect((await store.listOf('h1')).map(({ id }) => id)).toEqual(['1', '2']);
      expect(await store.dismissedBy('ada')).toEqual(['1', '3']);
      expect(await store.forgetAuthor('ada')).toBe(2);
      expect(await store.dismissedBy('ada')).toEqual([]);
      expect((await store.list('s1', '2026-02-01')).map(({ id }) => id)).toEqual(['2']);
      await store.remove('1');
      expect(await store.find('1')).toBeUndefined();
    });

    it('forgets by age, by asker and by server', async () => {
      await store.save(makeGap({ id: '1', at: '2026-01-01T00:00:00.000Z' }));
      await store.save(makeGap({ id: '2', askerHash: 'h2' }));
      await store.save(makeGap({ id: '3', serverId: 's2' }));
      await store.save(makeGap({ id: '4', serverId: 's3' }));
      expect(await store.removeBefore('2026-02-01')).toBe(1);
      expect(await store.removeOf({ askerHash: 'h2' })).toBe(1);
      expect(await store.removeOf({ serverId: 's2' })).toBe(1);
      expect(await store.servers()).toEqual(['s3']);
    });
  });
}
