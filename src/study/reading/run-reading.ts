import type { Article } from '../../domain/article.ts';
import type { Portion, Reading, ReadingNotice } from '../../domain/reading.ts';
import { nextMoment } from './next-moment.ts';
import { hashParagraphs, planPortion } from './plan-portion.ts';

/** Milliseconds that lie between two portions at least, whatever the hour at which the first was posted. */
const APART = 6 * 60 * 60_000;
/** Portions in a row that nobody presses before it waits for somebody. */
const QUIET_AFTER = 3;

/** When the portion after one that is posted now falls due. */
export function momentAfter(reading: Reading, now: number): number {
  return nextMoment(reading, now + APART);
}

/** The same without its open portion, of which nothing was posted: it is planned anew. */
export function dropOpen(reading: Reading, now: number): Reading {
  const open = openPortion(reading);
  if (!open || open.sent > 0) return reading;
  const portions = reading.portions.slice(0, -1);
  return { ...reading, portions, unpressed: Math.max(0, reading.unpressed - 1), nextAt: now };
}

/** Its last portion while that does not stand in the channel whole. */
export function openPortion({ portions }: Pick<Reading, 'portions'>): Portion | undefined {
  const last = portions.at(-1);
  return last?.messageId === '' ? last : undefined;
}

/** When something is due by itself; undefined while it waits for somebody, or is over. */
export function dueAt({ phase, nextAt }: Reading): number | undefined {
  return phase === 'reading' || phase === 'gone' ? nextAt : undefined;
}

/**
 * What time alone brings: the same reading while nothing is due, else one portion more, however many were missed; or the
 * word that it waits, rests or is over.
 * @param article undefined when it cannot be read there
 */
export function advanceReading(reading: Reading, article: Article | undefined, now: number): Reading {
  const due = dueAt(reading);
  if (due === undefined || now < due || openPortion(reading)) return reading;
  if (!article) {
    const resting = { ...reading, nextAt: momentAfter(reading, now) };
    return reading.phase === 'gone' ? resting : tell({ ...resting, phase: 'gone' }, 'gone');
  }
  if (reading.unpressed >= QUIET_AFTER) return tell({ ...reading, phase: 'quiet' }, 'quiet');
  const planned = planPortion(article, reading.portions, reading.perDay);
  const [first] = planned?.paragraphs ?? [];
  const last = planned?.paragraphs.at(-1);
  if (!planned || !first || !last) return tell({ ...reading, phase: 'over' }, 'ended');
  const portion: Portion = {
    from: first.number,
    to: last.number,
    hashes: hashParagraphs(article, planned.paragraphs),
    last: reading.portions.length + planned.left,
    at: now,
    sent: 0,
    messageId: '',
  };
  return {
    ...withoutUntold(reading),
    phase: 'reading',
    portions: [...reading.portions, portion],
    unpressed: reading.unpressed + 1,
    nextAt: momentAfter(reading, now),
  };
}

/** So many messages of the open portion stand in the channel. */
export function countSent(reading: Reading, sent: number): Reading {
  return changeOpen(reading, { sent });
}

/** The open portion stands there whole; after the last one the reading is over. */
export function completePortion(reading: Reading, messageId: string, now: number): Reading {
  const open = openPortion(reading);
  if (!open) return reading;
  if (reading.portions.length >= open.last) {
    // Whoever paused it meanwhile has nothing to go on with.
    const kept = reading.phase === 'over' ? reading : withoutUntold(reading);
    return { ...changeOpen(kept, { messageId }), phase: 'over' };
  }
  if (reading.phase !== 'reading') return changeOpen(reading, { messageId });
  const nextAt = momentAfter(reading, now);
  return { ...changeOpen(reading, { messageId, nextAt }), nextAt };
}

/** The last notice stands in the channel. */
export function noteTold(reading: Reading, messageId: string): Reading {
  return reading.notice ? { ...reading, notice: { ...reading.notice, messageId } } : reading;
}

/** Somebody has pressed something. */
export function stirReading(reading: Reading): Reading {
  return reading.unpressed === 0 ? reading : { ...reading, unpressed: 0 };
}

/** Somebody's word that it waits. */
export function pauseReading(reading: Reading): Reading {
  return reading.phase === 'reading' || reading.phase === 'gone' || reading.phase === 'quiet'
    ? tell({ ...reading, phase: 'paused' }, 'paused')
    : reading;
}

/** Somebody's word that it goes on: the next portion is due at once. */
export function resumeReading(reading: Reading, now: number): Reading {
  if (reading.phase !== 'quiet' && reading.phase !== 'paused') return reading;
  return { ...withoutUntold(reading), phase: 'reading', unpressed: 0, nextAt: now };
}

/** Whether there was something to go on with, after somebody's word. */
export function goesOn({ phase, notice }: Reading): boolean {
  const hasEnded = notice?.kind === 'ended' || notice?.kind === 'stopped';
  return phase === 'reading' || (phase === 'over' && !hasEnded);
}

export function stopReading(reading: Reading): Reading {
  return reading.phase === 'over' ? reading : tell({ ...reading, phase: 'over' }, 'stopped');
}

/** It is over, and nothing is said of it. */
export function closeReading({ notice: _, ...reading }: Reading): Reading {
  return { ...reading, phase: 'over' };
}

/** The same, if it is over: where that cannot be told, another may begin all the same. */
export function closeUntold(reading: Reading): Reading {
  return reading.phase === 'over' ? closeReading(reading) : reading;
}

function tell(reading: Reading, kind: ReadingNotice): Reading {
  return { ...reading, notice: { kind, messageId: '' } };
}

/** What could not be said in time is not said any more. */
function withoutUntold({ notice, ...reading }: Reading): Reading {
  return notice && notice.messageId !== '' ? { ...reading, notice } : reading;
}

function changeOpen(reading: Reading, change: Partial<Portion>): Reading {
  const open = openPortion(reading);
  return {
    ...reading,
    portions: reading.portions.map((portion) => (portion === open ? { ...portion, ...change } : portion)),
  };
}
