import type { Timekeeper } from '../../src/discord/timekeeper.ts';

/** Time that passes when a test lets it. */
export interface PassingTime extends Timekeeper {
  /** Lets so many milliseconds pass; what falls due on the way is run in its order. */
  readonly pass: (milliseconds: number) => void;
  /** How many wait. */
  readonly waiting: () => number;
}

export function createPassingTime(start = Date.UTC(2026, 2, 2, 9)): PassingTime {
  let now = start;
  const alarms = new Map<object, { readonly at: number; readonly run: () => void }>();
  return {
    now: () => now,
    after(milliseconds, run) {
      // What is overdue does not wait for the test.
      if (milliseconds <= 0) {
        const soon = setImmediate(run);
        return () => {
          clearImmediate(soon);
        };
      }
      const key = {};
      alarms.set(key, { at: now + milliseconds, run });
      return () => alarms.delete(key);
    },
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const due = [...alarms].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        const [key, { at, run }] = due;
        alarms.delete(key);
        now = Math.max(now, at);
        run();
      }
      now = end;
    },
    waiting: () => alarms.size,
  };
}
