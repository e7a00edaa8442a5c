import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';

export interface WorkQueue {
  /** False when the queue is full or closed; then the job is not taken. */
  push(job: Job): boolean;
  /** Jobs that wait or run. */
  size(): number;
  /** Takes nothing more; resolves when all is done, or after `milliseconds`, with what is not done abandoned. */
  close(milliseconds: number): Promise<void>;
}

interface Job {
  run(): Promise<void>;
  /** Told when the time is over before it has run to its end. */
  abandon(): void;
}

export interface QueueOptions {
  /** Jobs that may wait. */
  readonly limit: number;
  readonly concurrency: number;
}

/** First in, first out. Between two jobs the event loop gets a turn, so that acknowledgements are never late. */
export function createWorkQueue({ limit, concurrency }: QueueOptions): WorkQueue {
  const queue = new PQueue({ concurrency });
  const unfinished = new Set<Job>();
  let open = true;

  async function work(job: Job): Promise<void> {
    await setImmediate();
    // A job handles its own errors; one that does not must not stop the others.
    await job.run().catch(() => undefined);
    unfinished.delete(job);
  }

  return {
    push(job) {
      if (!open || queue.size >= limit) return false;
      unfinished.add(job);
      void queue.add(() => work(job));
      return true;
    },
    size: () => unfinished.size,
    async close(milliseconds) {
      open = false;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
      await Promise.race([late, queue.onIdle()]);
      clearTimeout(timer);
      queue.clear();
      for (const job of unfinished) job.abandon();
    },
  };
}
