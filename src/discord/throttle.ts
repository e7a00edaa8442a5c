import type { Timekeeper } from './timekeeper.ts';

/** Does something for a key soon, but not often: what is asked for meanwhile is done at once with it. */
export interface Throttle {
  soon(key: string): void;
  /** Nothing more is begun. */
  close(): void;
}

/** @param every milliseconds between two times of one key @param run never rejects */
export function createThrottle(
  time: Timekeeper,
  every: number,
  run: (key: string) => Promise<unknown>,
): Throttle {
  const waiting = new Map<string, () => void>();
  const running = new Set<string>();
  const again = new Set<string>();
  const doneAt = new Map<string, number>();
  let isClosed = false;

  function soon(key: string): void {
    if (waiting.has(key) || isClosed) return;
    if (running.has(key)) {
      again.add(key);
      return;
    }
    const since = time.now() - (doneAt.get(key) ?? -Infinity);
    const cancel = time.after(Math.max(0, every - since), () => {
      waiting.delete(key);
      void begin(key);
    });
    waiting.set(key, cancel);
  }

  async function begin(key: string): Promise<void> {
    running.add(key);
    await run(key);
    doneAt.set(key, time.now());
    running.delete(key);
    if (again.delete(key)) soon(key);
  }

  return {
    soon,
    close() {
      isClosed = true;
      for (const cancel of waiting.values()) cancel();
    },
  };
}
