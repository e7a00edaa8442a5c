import { ShardClientUtil } from 'discord.js';
import type { Client } from 'discord.js';
import {
  departedServers,
  forgetDeparted,
  knownServers,
  markDeparted,
  unmarkDeparted,
} from '../conversation/departed-servers.ts';
import type { StoreGuard } from '../conversation/store-guard.ts';
import type { Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface ServerWatch {
  readonly guard: StoreGuard;
  /** Days that the data of a server is kept after it has removed the bot. */
  readonly days: number;
  readonly removeArticles: (serverId: string) => Promise<void>;
  readonly logger: Logger;
}

/**
 * Follows which servers have removed the bot, also while it was not running, and deletes their data when its time is
 * over. To be called when Discord has said which servers there are. @returns what ends it
 */
export function watchServers(
  client: Client,
  { guard, days, removeArticles, logger }: ServerWatch,
): () => void {
  const work = (what: Promise<void>) => {
    what.catch((error: unknown) => {
      logger.warn({ error: describeError(error) }, 'the servers could not be looked after');
    });
  };
  async function sweep(): Promise<void> {
    const isHere = (id: string) => client.guilds.cache.has(id);
    const moment = new Date(Date.now() - days * DAY).toISOString();
    // Those that are back keep what they had, however long they were away.
    for (const id of await departedServers(guard)) if (isHere(id)) await unmarkDeparted(guard, id);
    for (const id of await knownServers(guard))
      if (!isHere(id) && isOurs(client, id)) await markDeparted(guard, id, new Date());
    const forgotten = await forgetDeparted(guard, moment, (id) => !isHere(id) && isOurs(client, id));
    for (const id of forgotten) await removeArticles(id);
    if (forgotten.length > 0)
      logger.info({ servers: forgotten }, 'the data of servers that had removed the bot was deleted');
  }
  // Not when a server is only out of reach: that is another event.
  client.on('guildDelete', ({ id }) => {
    work(markDeparted(guard, id, new Date()));
  });
  client.on('guildCreate', ({ id }) => {
    work(unmarkDeparted(guard, id));
  });
  work(sweep());
  const timer = setInterval(() => {
    work(sweep());
  }, DAY).unref();
  return () => {
    clearInterval(timer);
  };
}

/** Whether it is this process that would know of the server. */
function isOurs(client: Client, serverId: string): boolean {
  if (!/^\d+$/u.test(serverId)) return false;
  const shards = client.options.shardCount ?? 1;
  return client.ws.shards.has(ShardClientUtil.shardIdForGuildId(serverId, shards));
}
