import { createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';
import type { Card as FsrsCard, FSRS } from 'ts-fsrs';
import type { Grade, Memory } from '../../domain/study.ts';
import { spreadLoad } from './spread-load.ts';
import type { DayLoad } from './spread-load.ts';

export interface SchedulerOptions {
  /** Share of cards that should still be known when they fall due, above 0 and below 1. Default: 0.9, as FSRS has it. */
  readonly retention?: number;
  /** Whether a new or forgotten card comes again within minutes. Default: true. */
  readonly shortSteps?: boolean;
  /** FSRS's own parameters; default: those that the library ships. */
  readonly weights?: readonly number[];
}

export interface ReviewRequest {
  readonly cardId: string;
  /** Absent for a card that was never shown. */
  readonly memory: Memory | undefined;
  readonly now: number;
  /** Cards that fall due on each day (of `dayOf`); the next one goes to a quiet day. Without it, to the exact day. */
  readonly load?: DayLoad;
}

/**
 * Why the interval is what it is. `step`: the card is new or was forgotten, and comes again the same day. `recall`: it
 * was asked when `chance` of being known was left, in [0, 1], by the model. `moved`: days by which it was put off or
 * brought forward to a quieter day; 0 for none.
 */
export type IntervalReason =
  | { readonly kind: 'step' }
  | { readonly kind: 'first'; readonly moved: number }
  | { readonly kind: 'recall'; readonly chance: number; readonly moved: number };

/** What a grade would bring. */
export interface ReviewOutcome {
  readonly grade: Grade;
  readonly memory: Memory;
  /** Minutes for the short steps, days otherwise. */
  readonly interval: { readonly unit: 'minutes' | 'days'; readonly count: number };
  readonly reason: IntervalReason;
}

export interface Scheduler {
  /** What each grade would bring, worst first; exactly what `review` then does. */
  preview(request: ReviewRequest): readonly ReviewOutcome[];
  review(request: ReviewRequest, grade: Grade): ReviewOutcome;
  /** Chance that the card is known now, in [0, 1], by the model. */
  recall(memory: Memory, now: number): number;
}

const RATINGS = [
  ['again', Rating.Again],
  ['hard', Rating.Hard],
  ['good', Rating.Good],
  ['easy', Rating.Easy],
] as const;

/** FSRS for cards as plain data. Its own fuzz stays off: the day is chosen by load, from the same range of days. */
export function createScheduler({ retention, shortSteps = true, weights }: SchedulerOptions = {}): Scheduler {
  const engine = fsrs({
    enable_fuzz: false,
    enable_short_term: shortSteps,
    ...(retention === undefined ? {} : { request_retention: retention }),
    ...(weights === undefined ? {} : { w: weights }),
  });
  const recall = (memory: Memory, now: number): number =>
    engine.get_retrievability(toFsrs(memory, now), now, false);
  const preview = (request: ReviewRequest): readonly ReviewOutcome[] => foresee(engine, request, recall);
  return {
    preview,
    recall,
    review: (request, grade) => {
      const outcome = preview(request).find((foreseen) => foreseen.grade === grade);
      if (!outcome) throw new RangeError(`There is no grade '${grade}'.`);
      return outcome;
    },
  };
}

function foresee(
  engine: FSRS,
  request: ReviewRequest,
  recall: Scheduler['recall'],
): readonly ReviewOutcome[] {
  const { memory, now } = request;
  const records = engine.repeat(toFsrs(memory, now), now);
  const outcomes: ReviewOutcome[] = [];
  for (const [grade, rating] of RATINGS) {
    const next = fromFsrs(records[rating].card, now);
    if (next.scheduledDays === 0) {
      const count = Math.max(1, Math.round((next.due - now) / 60_000));
      outcomes.push({ grade, memory: next, interval: { unit: 'minutes', count }, reason: { kind: 'step' } });
      continue;
    }
    // A better grade never comes sooner than a worse one.
    const floor = Math.max(0, ...outcomes.map(({ memory: { scheduledDays } }) => scheduledDays));
    const days = spreadLoad(next.scheduledDays, { ...request, floor });
    const moved = days - next.scheduledDays;
    outcomes.push({
      grade,
      memory: { ...next, scheduledDays: days, due: now + days * 86_400_000 },
      interval: { unit: 'days', count: days },
      reason: memory ? { kind: 'recall', chance: recall(memory, now), moved } : { kind: 'first', moved },
    });
  }
  return outcomes;
}

const PHASES = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const;

function toFsrs(memory: Memory | undefined, now: number): FsrsCard {
  const empty = createEmptyCard(now);
  if (!memory) return empty;
  return {
    ...empty,
    due: new Date(memory.due),
    last_review: new Date(memory.lastReview),
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.step,
    reps: memory.reviews,
    lapses: memory.lapses,
    state: PHASES[memory.phase],
  };
}

function fromFsrs(card: FsrsCard, now: number): Memory {
  const phase =
    card.state === State.Review ? 'review' : card.state === State.Relearning ? 'relearning' : 'learning';
  return {
    phase,
    due: card.due.getTime(),
    lastReview: now,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    step: card.learning_steps,
    reviews: card.reps,
    lapses: card.lapses,
  };
}
