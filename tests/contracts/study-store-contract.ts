import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StudyStore } from '../../src/domain/ports/study-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import type { Memory, Review } from '../../src/domain/study.ts';

const START = Date.UTC(2026, 2, 1, 10);
const HERE = { serverId: 's1', personId: 'ada' };
const DIRECT = { serverId: undefined, personId: 'ada' };

export function makeMemory(more: Partial<Memory> = {}): Memory {
  return {
    phase: 'learning',
    due: START + 60_000,
    lastReview: START,
    stability: 2.3065,
    difficulty: 2.118103970459016,
    scheduledDays: 0,
    step: 1,
    reviews: 1,
    lapses: 0,
    ...more,
  };
}

const FIRST: Review = { cardId: 'k1', articleId: 'kiln', at: START, grade: 'good' };
const AFTER = makeMemory();
const SECOND: Review = { ...FIRST, at: START + 90_000, grade: 'again', before: AFTER };
const LATER = makeMemory({ phase: 'review', due: START + 86_400_000, scheduledDays: 1, reviews: 2 });

/** What every store of practice has to do. */
export function describeStudyStore(name: string, open: () => Promise<Store>): void {
  describe(`practice in ${name}`, () => {
    let whole: Store;
    let store: StudyStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.study;
    });
    beforeEach(async () => {
      await store.removeOf({ personId: 'ada' });
      await store.removeOf({ personId: 'bob' });
    });
    afterAll(() => whole.close());

    it('keeps answers with what is remembered after them, to the bit, a place by itself', async () => {
      expect(await store.record(HERE, FIRST, AFTER)).toBe(true);
      expect(await store.cards(HERE)).toStrictEqual([{ cardId: 'k1', articleId: 'kiln', memory: AFTER }]);
      await store.record(HERE, SECOND, LATER);
      expect(await store.cards(HERE)).toStrictEqual([{ cardId: 'k1', articleId: 'kiln', memory: LATER }]);
      expect(await store.reviews(HERE, 0)).toStrictEqual([FIRST, SECOND]);
      expect(await store.reviews(HERE, START + 1)).toStrictEqual([SECOND]);
      expect(await store.cards(DIRECT)).toEqual([]);
      expect(await store.reviews(DIRECT, 0)).toEqual([]);
    });

    it('counts an answer that is pressed twice once', async () => {
      const taken = await Promise.all([store.record(HERE, FIRST, AFTER), store.record(HERE, FIRST, LATER)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.reviews(HERE, 0)).toHaveLength(1);
    });

    it('takes answers back from the last to the first', async () => {
      await store.record(HERE, FIRST, AFTER);
      await store.record(HERE, SECOND, LATER);
      expect(await store.takeBack(HERE)).toStrictEqual(SECOND);
      expect(await store.cards(HERE)).toStrictEqual([{ cardId: 'k1', articleId: 'kiln', memory: AFTER }]);
      expect(await store.record(HERE, SECOND, LATER)).toBe(true);
      await store.takeBack(HERE);
      expect(await store.takeBack(HERE)).toStrictEqual(FIRST);
      expect(await store.cards(HERE)).toEqual([]);
      expect(await store.takeBack(HERE)).toBeUndefined();
    });

    it('keeps preferences, and moves cards together with them', async () => {
      expect(await store.preferences(HERE)).toBeUndefined();
      await store.prefer(HERE, { newPerDay: 0, articleId: 'kiln', pausedAt: START });
      expect(await store.preferences(HERE)).toStrictEqual({
        newPerDay: 0,
        articleId: 'kiln',
        pausedAt: START,
      });
      await store.record(HERE, FIRST, AFTER);
      await store.record(HERE, { ...FIRST, cardId: 'k2' }, AFTER);
      await store.reschedule(HERE, [{ cardId: 'k1', articleId: 'kiln', memory: LATER }], { newPerDay: 5 });
      expect((await store.cards(HERE)).map(({ cardId, memory }) => [cardId, memory.due])).toEqual([
        ['k2', AFTER.due],
        ['k1', LATER.due],
      ]);
      expect(await store.preferences(HERE)).toStrictEqual({ newPerDay: 5 });
    });

    it('gives all of a person, and forgets by person and by server', async () => {
      await store.record(DIRECT, FIRST, AFTER);
      await store.prefer(HERE, { newPerDay: 3 });
      await store.record({ serverId: 's1', personId: 'bob' }, FIRST, AFTER);
      expect(await store.exportOf('ada')).toStrictEqual([
        {
          serverId: undefined,
          preferences: undefined,
          cards: [{ cardId: 'k1', articleId: 'kiln', memory: AFTER }],
          reviews: [FIRST],
        },
        { serverId: 's1', preferences: { newPerDay: 3 }, cards: [], reviews: [] },
      ]);
      expect(await store.removeOf({ personId: 'ada' })).toBe(2);
      expect(await store.exportOf('ada')).toEqual([]);
      expect(await store.removeOf({ serverId: 's1' })).toBe(2);
      expect(await store.exportOf('bob')).toEqual([]);
    });
  });
}
