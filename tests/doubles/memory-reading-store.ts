import type { ReadingStore } from '../../src/domain/ports/reading-store.ts';
import { isSettled } from '../../src/domain/reading.ts';
import type { Reading } from '../../src/domain/reading.ts';

interface Press {
  readonly readingId: string;
  readonly portion: number;
  readonly personId: string;
  readonly at: number;
}

export function createMemoryReadingStore(): ReadingStore {
  const kept = new Map<string, Reading>();
  let presses: readonly Press[] = [];
  const all = () => [...kept.values()];
  const newest = (readings: readonly Reading[]) =>
    [...readings].sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)) || b.startedAt - a.startedAt)[0];
  const remove = (readings: readonly Reading[]): Promise<number> => {
    for (const { id } of readings) kept.delete(id);
    presses = presses.filter(({ readingId }) => kept.has(readingId));
    return Promise.resolve(readings.length);
  };
  return {
    begin(reading) {
      const { channelId } = reading;
      const here = all().filter((one) => one.channelId === channelId || one.threadId === channelId);
      if (here.some((one) => !isSettled(one))) return Promise.resolve(false);
      void remove(here.filter((one) => one.channelId === channelId));
      kept.set(reading.id, reading);
      return Promise.resolve(true);
    },
    save(reading) {
      const known = kept.get(reading.id);
      if (known) kept.set(reading.id, { ...reading, hostId: known.hostId });
      return Promise.resolve(known !== undefined);
    },
    inChannel: (channelId) =>
      Promise.resolve(
        newest(all().filter((one) => one.channelId === channelId || one.threadId === channelId)),
      ),
    running: () =>
      Promise.resolve(
        all()
          .filter((one) => !isSettled(one))
          .sort((a, b) => a.startedAt - b.startedAt || a.id.localeCompare(b.id)),
      ),
    press({ readingId, portion }, personId, at) {
      if (!kept.has(readingId)) return Promise.resolve(undefined);
      const isThat = (press: Press) =>
        press.readingId === readingId && press.portion === portion && press.personId === personId;
      const isRead = presses.some(isThat);
      presses = isRead
        ? presses.filter((press) => !isThat(press))
        : [...presses, { readingId, portion, personId, at }];
      return Promise.resolve(isRead ? 'unread' : 'read');
    },
    readers: ({ readingId, portion }) =>
      Promise.resolve(
        presses.filter((press) => press.readingId === readingId && press.portion === portion).length,
      ),
    zoneIn: (serverId) =>
      Promise.resolve(
        all()
          .filter((one) => one.serverId === serverId)
          .sort((a, b) => b.startedAt - a.startedAt)[0]?.zone,
      ),
    exportOf(personId) {
      const placeOf = ({ id, serverId, articleId }: Reading) => ({ readingId: id, serverId, articleId });
      const hosted = all()
        .filter(({ hostId }) => hostId === personId)
        .map((one) => ({ ...placeOf(one), hostedAt: one.startedAt }))
        .sort((a, b) => a.hostedAt - b.hostedAt);
      const read = presses
        .filter((press) => press.personId === personId)
        .flatMap(({ readingId, portion, at }) => {
          const reading = kept.get(readingId);
          return reading ? [{ ...placeOf(reading), portion, at }] : [];
        })
        .sort((a, b) => a.at - b.at);
      return Promise.resolve([...hosted, ...read]);
    },
    removeBefore: (moment) =>
      remove(all().filter(({ startedAt, portions }) => (portions.at(-1)?.at ?? startedAt) < moment)),
    removeOf(owner) {
      if ('serverId' in owner) return remove(all().filter(({ serverId }) => serverId === owner.serverId));
      const left = presses.filter(({ personId }) => personId !== owner.personId);
      const removed = presses.length - left.length;
      presses = left;
      for (const one of all()) if (one.hostId === owner.personId) kept.set(one.id, { ...one, hostId: '' });
      return Promise.resolve(removed);
    },
  };
}
