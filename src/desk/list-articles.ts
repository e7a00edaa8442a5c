import type { DeskArticle, RemovedArticle } from '../domain/desk.ts';
import type { DeskContext } from './desk-context.ts';
import { endOfDay } from './remove-article.ts';

/** What the server has, with who sent it. */
export async function listArticles(
  serverId: string,
  { reader, store }: DeskContext,
): Promise<readonly DeskArticle[]> {
  const additions = await store.additions(serverId);
  return (await reader.list(serverId)).map((article) => {
    const latest = additions.find(({ id }) => id === article.id);
    if (!latest) return article;
    return {
      ...article,
      addedAt: latest.at,
      ...(latest.by === undefined ? {} : { addedBy: latest.by }),
    };
  });
}

/** What can still be brought back. */
export async function listRemoved(
  serverId: string,
  { store, now }: DeskContext,
): Promise<readonly RemovedArticle[]> {
  const removals = await store.removals(serverId);
  return removals
    .map(({ id, title, by, removedAt }) => ({
      ...{ id, title, removedAt, until: endOfDay(removedAt).toISOString() },
      ...(by === undefined ? {} : { by }),
    }))
    .filter(({ until }) => until > now().toISOString());
}
