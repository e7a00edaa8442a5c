import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackStore } from '../../src/domain/ports/feedback-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { makeExchange } from './make-exchange.ts';

const EARLY = '2026-03-01T10:00:00.000Z';
const LATE = '2026-03-02T10:00:00.000Z';

const UP = { voterHash: 'v1', vote: 'up', at: EARLY } as const;
const DOWN = { voterHash: 'v2', vote: 'down', reason: 'wrong-passage', at: LATE } as const;

/** What every store of votes has to do. */
export function describeFeedbackStore(name: string, open: () => Promise<Store>): void {
  describe(`votes in ${name}`, () => {
    let whole: Store;
    let store: FeedbackStore;
    const first = makeExchange({ id: '1', serverId: 's1', askerId: 'ada', askedAt: EARLY });
    const second = makeExchange({ id: '2', serverId: 's2', askerId: 'bob', askedAt: LATE, excerpts: [] });
    beforeAll(async () => {
      whole = await open();
      store = whole.feedback;
    });
    beforeEach(async () => {
      await whole.exchanges.removeBefore('9999');
      await whole.exchanges.save(first);
      await whole.exchanges.save(second);
    });
    afterAll(() => whole.close());

    it('keeps one vote a person and exchange, the latest', async () => {
      expect(await store.vote('1', UP)).toBe(true);
      await store.vote('1', DOWN);
      await store.vote('1', { ...UP, vote: 'down', reason: 'not-an-answer', at: LATE });
      expect(await store.of('1')).toStrictEqual([
        { voterHash: 'v1', vote: 'down', reason: 'not-an-answer', at: LATE },
        DOWN,
      ]);
      await store.vote('1', UP);
      expect(await store.of('1')).toStrictEqual([UP, DOWN]);
      await store.withdraw('1', 'v1');
      expect(await store.of('1')).toStrictEqual([DOWN]);
    });

    it('takes no vote on what is not there', async () => {
      expect(await store.vote('none', UP)).toBe(false);
      expect(await store.of('none')).toEqual([]);
    });

    it('gives votes with the whole exchange, by server and since when', async () => {
      await store.vote('2', UP);
      await store.vote('2', DOWN);
      await store.vote('1', UP);
      expect(await store.votes({ since: EARLY })).toStrictEqual([
        { exchange: first, votes: [UP] },
        { exchange: second, votes: [UP, DOWN] },
      ]);
      expect(await store.votes({ serverId: 's2', since: LATE })).toStrictEqual([
        { exchange: second, votes: [DOWN] },
      ]);
      expect(await store.votes({ serverId: 's3', since: EARLY })).toEqual([]);
    });

    it('lists what one voter has given', async () => {
      await store.vote('2', { ...UP, at: LATE });
      await store.vote('1', UP);
      await store.vote('1', DOWN);
      expect(await store.givenBy('v1')).toStrictEqual([
        { exchangeId: '1', vote: UP },
        { exchangeId: '2', vote: { ...UP, at: LATE } },
      ]);
      expect(await store.givenBy('none')).toEqual([]);
    });

    it('forgets votes with their exchange, and keeps them when it is saved again', async () => {
      await store.vote('1', UP);
      await whole.exchanges.save({ ...first, question: 'Otherwise?' });
      expect(await store.of('1')).toStrictEqual([UP]);
      await whole.exchanges.remove('1');
      await whole.exchanges.save(first);
      expect(await store.votes({ since: EARLY })).toEqual([]);
    });

    it('forgets by voter, by asker, by server and by exchange', async () => {
      const voteAll = async () => {
        await store.vote('1', UP);
        await store.vote('1', DOWN);
        await store.vote('2', UP);
      };
      await voteAll();
      expect(await store.removeOf({ voterHash: 'v1' })).toBe(2);
      expect(await store.of('1')).toStrictEqual([DOWN]);
      await voteAll();
      expect(await store.removeOf({ askerId: 'ada' })).toBe(2);
      expect(await store.removeOf({ serverId: 's2' })).toBe(1);
      await voteAll();
      expect(await store.removeOf({ exchangeId: '1' })).toBe(2);
      expect(await store.removeOf({ exchangeId: '2' })).toBe(1);
      expect(await store.votes({ since: EARLY })).toEqual([]);
    });
  });
}
