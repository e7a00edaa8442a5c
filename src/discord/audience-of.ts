import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { EVERYONE } from '../domain/audience.ts';
import type { Audience } from '../domain/audience.ts';

/** Where somebody asks; without a server in direct messages. */
export interface AskedFrom {
  /** Only of a server that the bot is a member of. */
  readonly serverId?: string | undefined;
  readonly userId: string;
}

/** Who is answered there. */
export type AudienceOf = (place: AskedFrom) => Promise<Audience>;

export interface AudienceOptions {
  /** Ids of the servers that let their members read their articles in direct messages. */
  readonly openInDirect: () => Promise<readonly string[]>;
  /** Asks Discord. */
  readonly isMember: (serverId: string, userId: string) => Promise<boolean>;
}

/** Milliseconds that a membership is taken for granted: who left a server reads no longer than that. */
const REMEMBERED = 5 * 60_000;
/** Milliseconds that a reply waits for it; an interaction has 3 s in all. */
const PATIENCE = 1_000;

/** Whatever Discord does not say in time counts as no membership. */
export function createAudienceOf({ openInDirect, isMember }: AudienceOptions): AudienceOf {
  const memberships = new LRUCache<string, boolean>({ max: 10_000, ttl: REMEMBERED });
  async function belongs(serverId: string, userId: string): Promise<boolean> {
    const key = `${serverId} ${userId}`;
    const known = memberships.get(key);
    if (known !== undefined) return known;
    const found = await isMember(serverId, userId);
    memberships.set(key, found);
    return found;
  }
  return async ({ serverId, userId }) => {
    if (serverId !== undefined) return { servers: [serverId] };
    const open = await openInDirect();
    if (open.length === 0) return EVERYONE;
    const late = setTimeout(PATIENCE, false, { ref: false });
    const asked = open.map(async (id) => {
      const isOne = await Promise.race([belongs(id, userId).catch(() => false), late]);
      return isOne ? [id] : [];
    });
    return { servers: (await Promise.all(asked)).flat() };
  };
}
