import type { DeskDone, DeskRef, DeskRefusal, Indexed } from '../domain/desk.ts';
import { countWords } from '../text/count-words.ts';
import { DAY_MS, refuseGrowth } from './check-limits.ts';
import type { DeskContext } from './desk-context.ts';
import { refuse } from './refuse.ts';

type Done = Omit<DeskDone, keyof Indexed>;

/** When what was removed then is gone for good. */
export function endOfDay(removedAt: string): Date {
  return new Date(Date.parse(removedAt) + DAY_MS);
}

/** Out of the corpus. The removal is written down first: whoever finds it and the file still there moves the file. */
export async function takeAway(
  ref: DeskRef,
  by: string,
  { reader, shelf, store, now }: DeskContext,
): Promise<Done | DeskRefusal> {
  const article = await reader.read(ref);
  if (!article) return refuse('unknown');
  const { title } = article;
  await store.saveRemoval({ ...ref, title, by, removedAt: now().toISOString() });
  await shelf.setAside(ref);
  return { kind: 'done', article: { id: ref.id, title } };
}

/** Back into the corpus, within a day and where the server's limits have room for it. */
export async function bringBack(ref: DeskRef, context: DeskContext): Promise<Done | DeskRefusal> {
  const { reader, shelf, store, limits, now } = context;
  const removal = (await store.removals(ref.serverId)).find(({ id }) => id === ref.id);
  const article = await reader.readAside(ref);
  if (!removal || !article || endOfDay(removal.removedAt) <= now()) return refuse('unknown');
  const growth = { articles: 1, words: countWords(article.text) };
  const full = await refuseGrowth(ref.serverId, growth, { limits, shelf: reader });
  if (full) return full;
  await shelf.bringBack(ref);
  await store.dropRemoval(ref);
  return { kind: 'done', article: { id: ref.id, title: article.title } };
}

/** Brings files and removals together again after a process was killed between the two. */
export async function finishRemovals({ reader, shelf, store, editions, now }: DeskContext): Promise<void> {
  const removals = await store.removals();
  const known = new Set(removals.map(keyOf));
  for (const removal of removals) {
    const isAside = (await shelf.readAside(removal)) !== undefined;
    if (isAside || (await shelf.setAside(removal))) continue;
    // Its file is gone already.
    await editions.removeArticle(removal);
    await store.removeArticle(removal);
  }
  for (const ref of await shelf.listAside()) {
    if (known.has(keyOf(ref))) continue;
    // The store was lost or is an older one: the day begins anew.
    const title = (await reader.readAside(ref))?.title ?? ref.id;
    await store.saveRemoval({ ...ref, title, removedAt: now().toISOString() });
  }
}

function keyOf({ serverId, id }: DeskRef): string {
  return `${serverId}/${id}`;
}
