import type { Review, StudiedCard } from '../../domain/study.ts';
import { isDue } from './choose-next.ts';
import { dayOf } from './day-of.ts';

const WEEK = 7;

export interface StudyStats {
  readonly dueNow: number;
  /** In the seven days from today, what is due now among it. */
  readonly thisWeek: number;
  /** In the seven days after those. */
  readonly nextWeek: number;
  /** Cards that were begun. */
  readonly begun: number;
  /** Of those, cards that come only after days. */
  readonly learnt: number;
  /** Answers to learnt cards, and how many of them were known; a measurement, absent before there was one. */
  readonly retention?: { readonly known: number; readonly asked: number };
  /** Cards that fall due on each day from today on; what is overdue counts for today. */
  readonly forecast: readonly number[];
}

export function studyStats(
  studied: readonly StudiedCard[],
  reviews: readonly Review[],
  { now, days = 2 * WEEK }: { readonly now: number; readonly days?: number },
): StudyStats {
  const offsets = studied.map(({ memory }) => Math.max(0, dayOf(memory.due) - dayOf(now)));
  const within = (from: number, to: number): number =>
    offsets.filter((offset) => offset >= from && offset < to).length;
  const asked = reviews.filter(({ before }) => before?.phase === 'review');
  return {
    dueNow: studied.filter((entry) => isDue(entry, now)).length,
    thisWeek: within(0, WEEK),
    nextWeek: within(WEEK, 2 * WEEK),
    begun: studied.length,
    learnt: studied.filter(({ memory }) => memory.phase === 'review').length,
    ...(asked.length === 0
      ? {}
      : { retention: { known: asked.filter(({ grade }) => grade !== 'again').length, asked: asked.length } }),
    forecast: Array.from({ length: days }, (_, day) => within(day, day + 1)),
  };
}
