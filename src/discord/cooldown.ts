import { LRUCache } from 'lru-cache';

/** Users remembered at once; the one that asked least recently is forgotten first. */
const USERS = 10_000;

export interface CooldownOptions {
  readonly burst: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly clock: () => number;
}

/** Takes a question of that user: 0 when it may be asked, otherwise the seconds to wait. */
export type Cooldown = (userId: string) => number;

/** At most `burst` questions in any window of `seconds`. */
export function createCooldown({ burst, seconds, clock }: CooldownOptions): Cooldown {
  if (burst <= 0 || seconds <= 0) return () => 0;
  const asked = new LRUCache<string, readonly number[]>({ max: USERS });
  return (userId) => {
    const now = clock();
    const recent = (asked.get(userId) ?? []).filter((time) => now - time < seconds * 1000);
    const [oldest] = recent;
    if (recent.length >= burst && oldest !== undefined) return seconds - (now - oldest) / 1000;
    asked.set(userId, [...recent, now]);
    return 0;
  };
}

/** Ids that were met lately; those that were met longest ago are forgotten first. */
export interface RecentIds {
  has(id: string): boolean;
  add(id: string): void;
}

export function createRecentIds(): RecentIds {
  const recent = new LRUCache<string, true>({ max: 20_000 });
  return {
    has: (id) => recent.has(id),
    add(id) {
      recent.set(id, true);
    },
  };
}
