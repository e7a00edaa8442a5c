import { get_fuzz_range as fuzzRange } from 'ts-fsrs';
import type { Memory, StudiedCard } from '../../domain/study.ts';
import { shortHash } from '../../text/short-hash.ts';
import { dayOf } from './day-of.ts';

/** Cards that fall due on a day, days counted as `dayOf` counts. */
export type DayLoad = ReadonlyMap<number, number>;

/** FSRS blurs no shorter interval than this, and neither is one moved here. */
const SHORTEST = 2.5;
const LONGEST_DAYS = 36_500;

/** How many of the cards fall due on each day. */
export function countLoad(cards: readonly StudiedCard[]): DayLoad {
  const load = new Map<number, number>();
  for (const { memory } of cards) {
    const day = dayOf(memory.due);
    load.set(day, (load.get(day) ?? 0) + 1);
  }
  return load;
}

/**
 * The interval in days within FSRS's own range of blur around the ideal one whose day has the fewest cards; among equals
 * the nearest to the ideal, and then as the card's id falls. The same input gives the same day.
 */
export function spreadLoad(
  ideal: number,
  {
    cardId,
    memory,
    now,
    load,
    floor,
  }: {
    readonly cardId: string;
    readonly memory: Memory | undefined;
    readonly now: number;
    readonly load?: DayLoad;
    /** The interval has to be longer than this. */
    readonly floor: number;
  },
): number {
  const shortest = Math.max(ideal, floor + 1);
  if (!load || ideal < SHORTEST) return shortest;
  const elapsed = memory ? dayOf(now) - dayOf(memory.lastReview) : 0;
  const range = fuzzRange(ideal, elapsed, LONGEST_DAYS);
  const first = Math.max(range.min_ivl, floor + 1);
  const days = Array.from({ length: Math.max(0, range.max_ivl - first + 1) }, (_, offset) => first + offset);
  const sooner = shortHash(cardId).charCodeAt(0) % 2 === 0;
  const cost = (day: number): readonly number[] => [
    load.get(dayOf(now) + day) ?? 0,
    Math.abs(day - ideal),
    sooner ? day : -day,
  ];
  return (
    days.reduce<number | undefined>(
      (best, day) => (best === undefined || isLess(cost(day), cost(best)) ? day : best),
      undefined,
    ) ?? shortest
  );
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
