import type { StoreGuard } from '../../../conversation/store-guard.ts';
import type { Reading } from '../../../domain/reading.ts';
import {
  advanceReading,
  closeReading,
  closeUntold,
  dropOpen,
  dueAt,
  goesOn,
  openPortion,
  pauseReading,
  resumeReading,
  stirReading,
  stopReading,
} from '../../../study/reading/run-reading.ts';
import { describeError } from '../../classify-error.ts';
import { createLanes } from '../../lanes.ts';
import type { ScreenParts } from '../screen-parts.ts';
import { createReadingScreen } from './create-reading-screen.ts';
import type { ReadingMaster, ReadingPlace } from './reading-master.ts';
import { paragraphsIn } from './split-portion.ts';

export interface ReadingParts extends ScreenParts {
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

  /** Takes what steps there are, shows them, and waits for the next. */
  async function go(channelId: string): Promise<void> {
    try {
      const changed = await update({ channelId }, advance);
      const isShown = typeof changed !== 'object' || (await screen.show(channelId));
      wait(channelId, isShown ? await look(channelId) : await update({ channelId }, closeUntold), isShown);
    } catch (error) {
      log.error({ error: describeError(error) }, 'a reading could not go on');
      setAlarm(channelId, RETRY.discord);
    }
  }

  function wait(channelId: string, reading: Reading | 'failed' | undefined, isShown: boolean): void {
    const due = typeof reading === 'object' ? dueAt(reading) : undefined;
    if (reading === 'failed') setAlarm(channelId, RETRY.store);
    // Whatever falls due meanwhile waits for what could not be posted.
    else if (reading && reading.phase !== 'over' && !isShown) setAlarm(channelId, RETRY.discord);
    else if (due !== undefined) setAlarm(channelId, due - time.now());
    else alarms.get(channelId)?.();
  }

  function setAlarm(channelId: string, milliseconds: number): void {
    alarms.get(channelId)?.();
    if (isClosed) return;
    alarms.set(
      channelId,
      time.after(milliseconds, () => {
        void go(channelId);
      }),
    );
  }

  /** Somebody's word. */
  async function change(place: ReadingPlace, step: (reading: Reading) => Reading): Promise<boolean> {
    const changed = await update(place, step);
    if (changed === 'failed') return false;
    await go(place.channelId);
    return true;
  }

  async function resume(): Promise<void> {
    const running = await guard.read(({ readings }) => readings.running(), 'failed' as const);
    if (running === 'failed') {
      alarms.get('')?.();
      if (!isClosed)
        alarms.set(
          '',
          time.after(RETRY.store, () => void resume()),
        );
      return;
    }
    // Side by side: one that cannot be posted just now keeps no other waiting.
    await Promise.all(running.map(({ channelId }) => go(channelId)));
  }

  return {
    find: look,
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
      const closed = await update({ channelId, readingId }, closeReading);
      if (closed === 'failed') return { kind: 'failed' };
      alarms.get(channelId)?.();
      if (closed) await screen.withdraw(closed);
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
    async stop(place) {
      const before = await find(place.channelId);
      const isKept = await change(place, stopReading);
      if (isKept && before && before.phase !== 'reading') await screen.settleNotice(before, false);
      return isKept;
    },
    async goOn(place) {
      const before = await find(place.channelId);
      if (!(await change(place, (reading) => resumeReading(reading, time.now())))) return undefined;
      const after = await find(place.channelId);
      if (before && after && goesOn(after)) await screen.settleNotice(before, true);
      return after;
    },
    async close() {
      isClosed = true;
      for (const cancel of alarms.values()) cancel();
      await screen.close();
    },
  };
}
