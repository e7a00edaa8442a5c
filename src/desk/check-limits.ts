import type { DeskRefusal } from '../domain/desk.ts';
import type { DeskParts } from './desk-parts.ts';
import type { ShelfReader } from './read-shelf.ts';
import { refuseOver } from './refuse.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** What is about to be put on a server's shelf. */
export interface Growth {
  /** How many articles more. */
  readonly articles: number;
  readonly words: number;
  /** The id of the article in whose place it comes. */
  readonly instead?: string;
}

/** @returns undefined where there is room */
export async function refuseGrowth(
  serverId: string,
  growth: Growth,
  { limits, shelf }: { readonly limits: DeskParts['limits']; readonly shelf: ShelfReader },
): Promise<DeskRefusal | undefined> {
  const others = (await shelf.list(serverId)).filter(({ id }) => id !== growth.instead);
  const { articles } = growth;
  if (articles > 0 && others.length + articles > limits.articles)
    return refuseOver('too-many-articles', limits.articles);
  const words = others.reduce((sum, each) => sum + each.words, 0);
  return words + growth.words > limits.words ? refuseOver('too-many-words', limits.words) : undefined;
}

/** @returns undefined where the server may add one more today */
export async function refuseAddition(
  serverId: string,
  { store, limits, now }: Pick<DeskParts, 'store' | 'limits' | 'now'>,
): Promise<DeskRefusal | undefined> {
  const since = new Date(now().getTime() - DAY_MS).toISOString();
  const added = await store.countAdditions(serverId, since);
  return added < limits.addsADay ? undefined : refuseOver('too-many-adds', limits.addsADay);
}
