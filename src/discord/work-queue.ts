import { setImmediate } from 'node:timers/promises';

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
  const waiting: Job[] = [];
  const running = new Set<Job>();
  const idle: (() => void)[] = [];
  let open = true;

  async function work(job: Job): Promise<void> {
    running.add(job);
    await setImmediate();
    // A job handles its own errors; one that does not must not stop the others.
    await job.run().catch(() => undefined);
    running.delete(job);
    fill();
  }

  function fill(): void {
    while (running.size < concurrency) {
      const job = waiting.shift();
      if (!job) break;
      void work(job);
    }
    if (running.size === 0) for (const resolve of idle.splice(0)) resolve();
  }

  return {
    push(job) {
      if (!open || waiting.length >= limit) return false;
      waiting.push(job);
      fill();
      return true;
    },
    size: () => waiting.length + running.size,
    async close(milliseconds) {
      open = false;
      if (running.size === 0) return;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
      await Promise.race([late, new Promise<void>((resolve) => idle.push(resolve))]);
      clearTimeout(timer);
      for (const job of [...running, ...waiting.splice(0)]) job.abandon();
    },
  };
}
