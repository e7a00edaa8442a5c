import type { StoreGuard } from '../../../conversation/store-guard.ts';
import type { Reading } from '../../../domain/reading.ts';
import {
  advanceReading,
  closeReading,
  dropOpen,
  dueAt,
  openPortion,
  pauseReading,
  resumeReading,
  stirReading,
  stopReading,
} from '../../../study/reading/run-reading.ts';
import { describeError } from '../../classify-error.ts';
import { createLanes } from '../../lanes.ts';
import { createReadingScreen } from './create-reading-screen.ts';
import type { ReadingScreenParts } from './create-reading-screen.ts';
import type { ReadingMaster, ReadingPlace } from './reading-master.ts';
import { paragraphsIn } from './split-portion.ts';

export interface ReadingParts extends ReadingScreenParts {
  readonly guard: StoreGuard;
}

/** Milliseconds until something is tried once more that the store, or Discord, did not take. */
const RETRY = { store: 5_000, discord: 600_000 } as const;

/** The state is the store's alone: each step reads it, and what is posted follows what was kept. */
export function createReadingMaster(parts: ReadingParts): ReadingMaster {
  const { guard, time, log, libraryFor } = parts;
  let isClosed = false;
  /** One step at a time in a channel. */
  const turns = createLanes();
  const alarms = new Map<string, () => void>();
  const readers = (readingId: string, portion: number) =>
    guard.read(({ readings }) => readings.readers({ readingId, portion }), undefined);
  const screen = createReadingScreen(parts, {
    find,
    readers,
    update: async (place, change) => {
      const kept = await update(place, change);
      return kept === 'failed' ? undefined : kept;
    },
  });

  const look = (channelId: string) =>
    guard.read(({ readings }) => readings.inChannel(channelId), 'failed' as const);

  async function find(channelId: string): Promise<Reading | undefined> {
    const reading = await look(channelId);
    return reading === 'failed' ? undefined : reading;
  }

  /** @returns what is kept then; undefined when it is not there any more */
  function update(
    { channelId, readingId }: { readonly channelId: string; readonly readingId?: string },
    change: (reading: Reading) => Reading,
  ): Promise<Reading | 'failed' | undefined> {
    return turns.run(channelId, async () => {
      const reading = await look(channelId);
      if (reading === undefined || reading === 'failed') return reading;
      if (readingId !== undefined && reading.id !== readingId) return undefined;
      const changed = change(reading);
      if (changed === reading) return reading;
      const isKept = await guard.write(({ readings }) => readings.save(changed), 'failed' as const);
      if (isKept === 'failed') return isKept;
      return isKept ? changed : undefined;
    });
  }

  /** What time has brought, and what was left open, as its article is now. */
  function advance(reading: Reading): Reading {
    const now = time.now();
    const article = libraryFor({ servers: [reading.serverId] }).article(reading.articleId);
    const open = openPortion(reading);
    const stands = open === undefined || paragraphsIn(article, open) !== undefined;
    return advanceReading(stands ? reading : dropOpen(reading, now), article, now);
  }

  /** Takes a step, shows it, and waits for the next. */
  async function go(channelId: string, change = advance): Promise<void> {
    const changed = await update({ channelId }, change);
    if (changed === 'failed') setAlarm(channelId, RETRY.store);
    else if (!changed) alarms.get(channelId)?.();
    else if (await screen.show(channelId)) await wait(channelId);
    else await wait(channelId, RETRY.discord);
  }

  /** @param atMost milliseconds, where something is still to be posted */
  async function wait(channelId: string, atMost = Infinity): Promise<void> {
    const reading = await look(channelId);
    if (reading === 'failed') {
      setAlarm(channelId, RETRY.store);
      return;
    }
    const due = reading && dueAt(reading);
    const isWaiting = reading && reading.phase !== 'over';
    const delay = Math.min(due === undefined ? Infinity : due - time.now(), isWaiting ? atMost : Infinity);
    if (delay === Infinity) alarms.get(channelId)?.();
    else setAlarm(channelId, delay);
  }

  function setAlarm(channelId: string, milliseconds: number): void {
    alarms.get(channelId)?.();
    if (isClosed) return;
    alarms.set(
      channelId,
      time.after(milliseconds, () => {
        void go(channelId).catch(tellLog);
      }),
    );
  }

  function tellLog(error: unknown): void {
    log.error({ error: describeError(error) }, 'a reading could not go on');
  }

  /** Somebody's word. */
  async function change(place: ReadingPlace, step: (reading: Reading) => Reading): Promise<boolean> {
    const changed = await update(place, step);
    if (changed === 'failed') return false;
    await go(place.channelId).catch(tellLog);
    return true;
  }

  async function resume(): Promise<void> {
    const running = await guard.read(({ readings }) => readings.running(), 'failed' as const);
    if (running === 'failed') {
      alarms.get('')?.();
      if (!isClosed)
        alarms.set(
          '',
          time.after(RETRY.store, () => void resume().catch(tellLog)),
        );
      return;
    }
    for (const { channelId } of running) await go(channelId).catch(tellLog);
  }

  return {
    find,
    readers,
    resume,
    async begin(reading) {
      const { channelId, id: readingId } = reading;
      const isBegun = await guard.write(({ readings }) => readings.begin(reading), 'failed' as const);
      if (isBegun === 'failed') return { kind: 'failed' };
      if (!isBegun) return { kind: 'busy' };
      await go(channelId);
      const begun = await find(channelId);
      const isPosted = (begun?.portions[0]?.messageId ?? '') !== '';
      if (begun && isPosted) return { kind: 'begun', reading: begun };
      // What nobody sees needs no end.
      await update({ channelId, readingId }, closeReading);
      await wait(channelId);
      return { kind: 'unposted' };
    },
    async press({ channelId, readingId }, portion, personId) {
      const pressed = await turns.run(channelId, () =>
        guard.write(
          async ({ readings }) =>
            (await readings.press({ readingId, portion }, personId, time.now())) ?? ('unknown' as const),
          'failed' as const,
        ),
      );
      if (pressed === 'read') await update({ channelId, readingId }, stirReading);
      if (pressed === 'read' || pressed === 'unread') screen.count(channelId, portion);
      return pressed;
    },
    async stir(place) {
      await update(place, stirReading);
    },
    pause: (place) => change(place, pauseReading),
    stop: (place) => change(place, stopReading),
    async goOn(place) {
      const before = await find(place.channelId);
      const isKept = await change(place, (reading) => resumeReading(reading, time.now()));
      if (isKept && before) await screen.settleNotice(before);
      return isKept;
    },
    async close() {
      isClosed = true;
      for (const cancel of alarms.values()) cancel();
      await screen.close();
    },
  };
}
