import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';

export interface WorkQueue {
  /**
   * False when the queue is full or closed; then the job is not taken. `lane`: whose job it is, such as a server's id.
   */
  push(job: Job, lane: string): boolean;
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
  /** Jobs that may wait; beyond it only a lane is let in that has less than its share. */
  readonly limit: number;
  readonly concurrency: number;
}

/** Whose jobs are served, and how many of them wait. */
interface Lane {
  readonly waiting: number;
  /** The round that its last job is served in. */
  readonly round: number;
}

/**
 * First in, first out within a lane, and the lanes in turn, so that a busy server keeps no other one waiting: in each
 * round every lane is served once. Between two jobs the event loop gets a turn, so that acknowledgements are never late.
 */
export function createWorkQueue({ limit, concurrency }: QueueOptions): WorkQueue {
  const queue = new PQueue({ concurrency });
  const unfinished = new Set<Job>();
  const lanes = new Map<string, Lane>();
  let round = 0;
  let open = true;

  async function work(job: Job, lane: string, own: number): Promise<void> {
    round = Math.max(round, own);
    leave(lane);
    await setImmediate();
    // A job handles its own errors; one that does not must not stop the others.
    await job.run().catch(() => undefined);
    unfinished.delete(job);
  }

  /** One that waits for nothing is kept while the round lasts in which it was served. */
  function leave(name: string): void {
    const lane = lanes.get(name);
    if (lane) lanes.set(name, { ...lane, waiting: lane.waiting - 1 });
    for (const [other, { waiting, round: last }] of lanes)
      if (waiting === 0 && last < round) lanes.delete(other);
  }

  /** When there is no room left, still for a lane that has less than its share of it. */
  function hasRoom(lane: Lane | undefined): boolean {
    if (queue.size < limit) return true;
    const waiting = lane?.waiting ?? 0;
    const others = [...lanes.values()].filter((other) => other !== lane && other.waiting > 0).length;
    return queue.size < 2 * limit && waiting < Math.floor(limit / (others + 1));
  }

  return {
    push(job, name) {
      const lane = lanes.get(name);
      if (!open || !hasRoom(lane)) return false;
      const own = lane && lane.round >= round ? lane.round + 1 : round;
      lanes.set(name, { waiting: (lane?.waiting ?? 0) + 1, round: own });
      unfinished.add(job);
      void queue.add(() => work(job, name, own), { priority: -own });
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
