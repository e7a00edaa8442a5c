import type { DeskProgress } from '../../../domain/desk.ts';

/** Milliseconds between two edits that say how far an addition is. */
const SHOWN_EVERY = 2_000;

/** Edits go out one after the other, the latest state each time; `done` resolves when none is on its way. */
export function throttled(show: (progress: DeskProgress) => Promise<void>) {
  let last = Promise.resolve();
  let shownAt = -Infinity;
  let stage = '';
  return {
    call: (progress: DeskProgress): void => {
      const now = performance.now();
      if (progress.stage === stage && now - shownAt < SHOWN_EVERY) return;
      [stage, shownAt] = [progress.stage, now];
      last = last.then(() => show(progress)).catch(() => undefined);
    },
    done: () => last,
  };
}
