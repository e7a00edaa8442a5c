import { clearLine, cursorTo } from 'node:readline';
import type { Output } from './command.ts';

export interface ProgressReporter {
  update(progress: { readonly done: number; readonly total: number }): void;
  /** Clears what a terminal shows; may be called more than once. */
  stop(): void;
}

/** Lines printed without a terminal, besides the last one. */
const PLAIN_STEPS = 10;
/** Characters of the bar. */
const BAR_WIDTH = 30;

/** A bar on a terminal, a line now and then otherwise. @param clock milliseconds that never go back */
export function createProgressReporter(stream: Output, clock: () => number): ProgressReporter {
  return stream.isTTY === true ? drawBar(stream, clock) : writeSteps(stream);
}

function drawBar(stream: Output, clock: () => number): ProgressReporter {
  let started: { readonly at: number; readonly done: number } | undefined;
  return {
    update({ done, total }) {
      started ??= { at: clock(), done };
      const filled = Math.round((BAR_WIDTH * done) / Math.max(1, total));
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      const perPassage = (clock() - started.at) / Math.max(1, done - started.done);
      const left = Math.ceil((perPassage * (total - done)) / 1000);
      cursorTo(stream, 0);
      stream.write(`Indexing ${bar} ${done}/${total} passages${left > 0 ? `, ${left} s left` : ''}`);
      clearLine(stream, 1);
    },
    stop() {
      if (!started) return;
      started = undefined;
      cursorTo(stream, 0);
      clearLine(stream, 0);
    },
  };
}

function writeSteps(stream: Output): ProgressReporter {
  let step = 0;
  return {
    update({ done, total }) {
      const now = Math.floor((done * PLAIN_STEPS) / total);
      if (now > step) stream.write(`Indexed ${done} of ${total} passages.\n`);
      step = Math.max(step, now);
    },
    stop: () => undefined,
  };
}
