import type { Schedule } from '../../domain/reading.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The first moment after that one (milliseconds since 1970) at which it is that time there. Once a day: of an hour that
 * comes twice the first counts, and in one that is left out the clock is taken where it goes on.
 */
export function nextMoment({ minutes, zone }: Schedule, after: number): number {
  const midnight = Math.floor(wallAt(after, zone) / DAY) * DAY;
  for (let day = midnight; ; day += DAY) {
    const moment = momentAt(day + minutes * MINUTE, zone);
    if (moment > after) return moment;
  }
}

/** What the clock shows there, as if it were one of UTC. */
export function wallAt(moment: number, zone: string): number {
  const parts = Object.fromEntries(
    formatIn(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((moment % 1000) + 1000) % 1000);
}

/** The moment at which the clock there shows that first, or, where it never does, anything later. */
function momentAt(wall: number, zone: string): number {
  const offsets = [wall - DAY, wall + DAY].map((moment) => wallAt(moment, zone) - moment);
  const [early, late] = [wall - Math.max(...offsets), wall - Math.min(...offsets)];
  const shown = [early, late].find((moment) => wallAt(moment, zone) === wall);
  if (shown !== undefined) return shown;
  let [low, high] = [early, late];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallAt(middle, zone) < wall) low = middle;
    else high = middle;
  }
  return high;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const format =
    FORMATS.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  FORMATS.set(zone, format);
  return format;
}
