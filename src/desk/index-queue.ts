import type { DeskProgress } from '../domain/desk.ts';
import type { Indexer } from '../domain/ports/indexer.ts';

export interface IndexQueue {
  /**
   * Has the index brought up to date with all that is in the corpus now. Whoever asks while the indexer runs shares
   * the run after it. @returns false when the indexer failed
   */
  request(onProgress?: (progress: DeskProgress) => void): Promise<boolean>;
}

interface Batch {
  readonly listeners: ((progress: DeskProgress) => void)[];
  readonly done: Promise<boolean>;
}

/** How often a run is tried: files may change under it, and the machine may be short of memory for a moment. */
const TRIES = 2;

/** One run of the indexer at a time. @param onFailed told when a run has failed for good */
export function createIndexQueue(
  indexer: Pick<Indexer, 'update'>,
  onFailed: (error: unknown) => void,
): IndexQueue {
  let last: Promise<unknown> = Promise.resolve();
  let next: Batch | undefined;

  async function run(listeners: Batch['listeners']): Promise<boolean> {
    for (let left = TRIES; left > 0; left -= 1) {
      try {
        await indexer.update(({ done, total }) => {
          for (const listener of listeners) listener({ stage: 'indexing', done, total });
        });
        return true;
      } catch (error) {
        if (left === 1) onFailed(error);
      }
    }
    return false;
  }

  function openBatch(): Batch {
    const listeners: Batch['listeners'] = [];
    const done = last.then(() => {
      next = undefined;
      return run(listeners);
    });
    last = done;
    return { listeners, done };
  }

  return {
    request(onProgress) {
      next ??= openBatch();
      if (onProgress) {
        next.listeners.push(onProgress);
        onProgress({ stage: 'waiting' });
      }
      return next.done;
    },
  };
}
