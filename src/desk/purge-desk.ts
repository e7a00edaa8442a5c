import type { DeskContext } from './desk-context.ts';
import { endOfDay } from './remove-article.ts';

/** Deletes what nobody may have any more, from the corpus, every generation and the store. */
export async function purgeDesk(context: DeskContext): Promise<void> {
  const { shelf, indexer, inTurn, reindex } = context;
  const purged = await inTurn(async () => {
    await shelf.tidy();
    await purgeOrphans(context);
    return purgeRemovals(context);
  });
  if (purged === 0) return;
  await reindex();
  await indexer.dropOlder();
}

/** What was removed more than a day ago. @returns how many articles */
async function purgeRemovals({ shelf, store, editions, now }: DeskContext): Promise<number> {
  const due = (await store.removals()).filter(({ removedAt }) => endOfDay(removedAt) <= now());
  for (const removal of due) {
    await shelf.discard(removal);
    await editions.removeArticle(removal);
    // Last, so that a process that is killed before comes here again.
    await store.removeArticle(removal);
  }
  return due.length;
}

/**
 * Earlier texts of articles whose files the operator has deleted. A server without a place on the shelf keeps its own:
 * then it is rather the folder that is another one.
 */
async function purgeOrphans({ shelf, store, editions }: DeskContext): Promise<void> {
  const servers = new Set(await shelf.servers());
  for (const ref of await editions.articles()) {
    if (!servers.has(ref.serverId)) continue;
    if ((await shelf.read(ref)) ?? (await shelf.readAside(ref))) continue;
    await editions.removeArticle(ref);
    await store.removeArticle(ref);
  }
}
