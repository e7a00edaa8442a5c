import { Presets, SingleBar } from 'cli-progress';

export interface ProgressReporter {
  update(progress: { readonly done: number; readonly total: number }): void;
  stop(): void;
}

/** Lines printed without a terminal, besides the last one. */
const PLAIN_STEPS = 10;

/** A bar on a terminal, a line now and then otherwise. */
export function createProgressReporter(stream: NodeJS.WriteStream): ProgressReporter {
  if (stream.isTTY) {
    const bar = new SingleBar(
      {
        stream,
        format: 'Indexing {bar} {value}/{total} passages, {eta} s left',
        hideCursor: true,
        clearOnComplete: true,
      },
      Presets.shades_classic,
    );
    let started = false;
    return {
      update({ done, total }) {
        if (started) bar.update(done);
        else bar.start(total, done);
        started = true;
      },
      stop: () => {
        if (started) bar.stop();
      },
    };
  }
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
