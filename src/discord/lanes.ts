import PQueue from 'p-queue';

/** One task at a time for each key; different keys do not wait for each other. */
export interface Lanes {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, PQueue>();
  return {
    run(key, task) {
      const lane = lanes.get(key) ?? new PQueue({ concurrency: 1 });
      lanes.set(key, lane);
      return lane.add(task);
    },
    async settled() {
      await Promise.all([...lanes.values()].map((lane) => lane.onIdle()));
    },
  };
}
