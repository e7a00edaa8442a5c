import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingStore } from '../../src/domain/ports/reading-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import type { Portion, Reading } from '../../src/domain/reading.ts';

const START = Date.UTC(2026, 2, 1, 10);
const DAY = 86_400_000;

export function makeReading(id: string, more: Partial<Reading> = {}): Reading {
  return {
    id,
    serverId: 's1',
    channelId: `c-${id}`,
    threadId: `t-${id}`,
    announcementId: `t-${id}`,
    hostId: 'ada',
    articleId: 'kiln',
    perDay: 2,
    minutes: 480,
    zone: 'Europe/Berlin',
    phase: 'reading',
    portions: [],
    unpressed: 0,
    nextAt: START,
    startedAt: START,
    ...more,
  };
}

const PORTION: Portion = {
  from: 1,
  to: 2,
  hashes: ['a1', 'b2'],
  last: 3,
  at: START + DAY,
  nextAt: START + 2 * DAY,
  sent: 1,
  messageId: '900',
};
const STOPPED = { phase: 'over', notice: { kind: 'stopped', messageId: '901' } } as const;

/** What every store of readings has to do. */
export function describeReadingStore(name: string, open: () => Promise<Store>): void {
  describe(`readings in ${name}`, () => {
    let whole: Store;
    let store: ReadingStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.readings;
    });
    beforeEach(() => store.removeBefore(Date.UTC(9000, 0)));
    afterAll(() => whole.close());

    const first = { readingId: 'r1', portion: 1 };

    it('has what was begun, by its channel and by its thread, and what was saved since', async () => {
      const reading = makeReading('r1', { threadId: '' });
      expect(await store.begin(reading)).toBe(true);
      expect(await store.inChannel('c-r1')).toStrictEqual(reading);
      expect(await store.inChannel('elsewhere')).toBeUndefined();
      const open: Portion = { from: 3, to: 5, hashes: ['c3'], last: 3, at: START, sent: 0, messageId: '' };
      const later: Reading = {
        ...reading,
        threadId: 't-r1',
        portions: [PORTION, open],
        unpressed: 2,
        nextAt: START + DAY,
        notice: { kind: 'gone', messageId: '' },
      };
      expect(await store.save(later)).toBe(true);
      expect(await store.inChannel('t-r1')).toStrictEqual(later);
      expect(await store.save(makeReading('none'))).toBe(false);
    });

    it('has one reading a channel or thread: another begins once the one before is settled', async () => {
      const begun = await Promise.all(
        ['r1', 'r2'].map((id) => store.begin(makeReading(id, { channelId: 'c', threadId: 't' }))),
      );
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await store.begin(makeReading('r3', { channelId: 't' }))).toBe(false);
      const [going] = await store.running();
      if (!going) throw new Error('One of them goes on.');
      await store.save({ ...going, ...STOPPED, notice: { kind: 'stopped', messageId: '' } });
      expect(await store.begin(makeReading('r3', { channelId: 't' }))).toBe(false);
      await store.save({ ...going, ...STOPPED });
      expect(await store.running()).toEqual([]);
      expect((await store.inChannel('c'))?.id).toBe(going.id);
      const next = makeReading('r3', { channelId: 't', threadId: 't', startedAt: START - 1 });
      expect(await store.begin(next)).toBe(true);
      expect((await store.inChannel('t'))?.id).toBe('r3');
      expect(await store.begin(makeReading('r4', { channelId: 'c' }))).toBe(true);
      expect((await store.running()).map(({ id }) => id)).toEqual(['r3', 'r4']);
      expect(await store.press({ readingId: going.id, portion: 1 }, 'bob', START)).toBeUndefined();
    });

    it('counts each person once, and takes it back', async () => {
      await store.begin(makeReading('r1'));
      expect(await store.press(first, 'bob', START)).toBe('read');
      expect(await store.press(first, 'cem', START)).toBe('read');
      expect(await store.press({ ...first, portion: 2 }, 'bob', START)).toBe('read');
      expect(await store.readers(first)).toBe(2);
      expect(await store.press(first, 'bob', START)).toBe('unread');
      expect(await store.readers(first)).toBe(1);
      expect(await store.readers({ ...first, portion: 2 })).toBe(1);
      expect(await store.press({ readingId: 'none', portion: 1 }, 'bob', START)).toBeUndefined();
    });

    it('remembers where the people of a server live', async () => {
      expect(await store.zoneIn('s1')).toBeUndefined();
      await store.begin(makeReading('r1', { zone: 'Asia/Tokyo', startedAt: START + 1 }));
      await store.begin(makeReading('r2'));
      await store.begin(makeReading('r3', { serverId: 's2', startedAt: START + 2 }));
      expect(await store.zoneIn('s1')).toBe('Asia/Tokyo');
    });

    it('forgets by server, and what nothing was posted of for long', async () => {
      await store.begin(makeReading('r1', { startedAt: START - 1 }));
      await store.begin(makeReading('r2', { startedAt: START - 1, portions: [PORTION] }));
      await store.begin(makeReading('r3', { serverId: 's2' }));
      await store.begin(makeReading('r4'));
      await store.press(first, 'bob', START);
      expect(await store.removeBefore(START)).toBe(1);
      expect(await store.exportOf('bob')).toEqual([]);
      expect(await store.removeOf({ serverId: 's2' })).toBe(1);
      expect((await store.running()).map(({ id }) => id)).toEqual(['r2', 'r4']);
    });

    it('gives and forgets what a person did, and goes on without its host', async () => {
      await store.begin(makeReading('r1', { hostId: 'bob' }));
      await store.press(first, 'bob', START + DAY);
      await store.press(first, 'cem', START + DAY);
      expect(await store.exportOf('bob')).toStrictEqual([
        { readingId: 'r1', serverId: 's1', articleId: 'kiln', hostedAt: START },
        { readingId: 'r1', serverId: 's1', articleId: 'kiln', portion: 1, at: START + DAY },
      ]);
      expect(await store.removeOf({ personId: 'bob' })).toBe(1);
      expect(await store.exportOf('bob')).toEqual([]);
      expect(await store.readers(first)).toBe(1);
      const left = await store.inChannel('c-r1');
      expect(left?.hostId).toBe('');
      if (left) await store.save({ ...left, hostId: 'bob' });
      expect((await store.inChannel('c-r1'))?.hostId).toBe('');
    });
  });
}
