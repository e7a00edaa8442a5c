import type { World } from './world.ts';

export interface WaitOptions {
  /** How long to wait, 10,000 by default. */
  readonly timeoutMs?: number;
}

/** What is awaited may lie outside the world, such as a line of the bot's log: it is looked at this often, too. */
const LOOK_EVERY_MS = 20;

/** Waits until `find` gives something, looking whenever the world changes; rejects with what was awaited. */
export function waitFor<T>(
  world: World,
  find: () => T | undefined,
  { timeoutMs = 10_000, what }: WaitOptions & { readonly what: () => string },
): Promise<T> {
  const already = find();
  if (already !== undefined) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = find();
      if (found === undefined) return;
      finish();
      resolve(found);
    };
    const stop = world.onChange(look);
    const looking = setInterval(look, LOOK_EVERY_MS);
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`Waited ${timeoutMs} ms in vain for ${what()}`));
    }, timeoutMs);
    const finish = (): void => {
      stop();
      clearInterval(looking);
      clearTimeout(timer);
    };
  });
}
