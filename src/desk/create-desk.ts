import type { DeskDone, DeskRefusal, Indexed } from '../domain/desk.ts';
import type { ArticleDesk } from '../domain/ports/article-desk.ts';
import { createAdd } from './add-article.ts';
import { createBringIn } from './bring-in.ts';
import type { DeskParts } from './desk-parts.ts';
import type { DeskContext } from './desk-context.ts';
import { describeEdition } from './describe-edition.ts';
import { createIndexQueue } from './index-queue.ts';
import { listArticles, listRemoved } from './list-articles.ts';
import { createShelfReader } from './read-shelf.ts';
import { purgeDesk } from './purge-desk.ts';
import { bringBack, finishRemovals, takeAway } from './remove-article.ts';
import { renameArticle } from './rename-article.ts';
import { createReplace } from './replace-article.ts';
import { resolveQuotation } from './resolve-quotation.ts';
import { createTurns } from './take-turns.ts';

/** The desk with what its owner does for it. */
export interface RunningDesk extends ArticleDesk {
  /** Finishes what a killed process has begun; to be called before anything else. */
  recover(): Promise<void>;
  /** Deletes what was removed more than a day ago; to be called now and then. */
  purge(): Promise<void>;
}

/** Puts the desk together. Reading is done one source at a time, and so are changes of the shelf. */
export function createDesk(parts: DeskParts): RunningDesk {
  const queue = createIndexQueue(parts.indexer, (error) => {
    parts.onFailed(error, 'the index could not be brought up to date');
  });
  const context: DeskContext = {
    ...parts,
    reader: createShelfReader(parts.shelf),
    inTurn: createTurns(),
    reindex: (onProgress) => queue.request(onProgress),
  };
  const bringIn = createBringIn(parts, createTurns());
  const thenIndexed = async (
    change: () => Promise<Omit<DeskDone, keyof Indexed> | DeskRefusal>,
  ): Promise<DeskDone | DeskRefusal> => {
    const done = await context.inTurn(change);
    return done.kind === 'refused' ? done : { ...done, indexed: await context.reindex() };
  };
  return {
    add: createAdd(context, bringIn),
    replace: createReplace(context, bringIn),
    list: (serverId) => listArticles(serverId, context),
    listRemoved: (serverId) => listRemoved(serverId, context),
    rename: (ref, title) => thenIndexed(() => renameArticle(ref, title, context)),
    remove: (ref, { by }) => thenIndexed(() => takeAway(ref, by, context)),
    undoRemove: (ref) => thenIndexed(() => bringBack(ref, context)),
    async describeEdition(ref) {
      const [article, [latest]] = [await context.reader.read(ref), await parts.editions.editionsOf(ref)];
      return article && latest && describeEdition(latest.article, article);
    },
    async resolveQuotation(ref, quote) {
      const current = await context.reader.read(ref);
      if (!current) return { kind: 'unknown' };
      return resolveQuotation(quote, { current, former: await parts.editions.editionsOf(ref) });
    },
    async removeServer(serverId) {
      await context.inTurn(async () => {
        await parts.shelf.removeServer(serverId);
        await parts.editions.removeOf({ serverId });
        await parts.store.removeOf({ serverId });
      });
      const indexed = await context.reindex();
      await parts.indexer.dropOlder();
      return { indexed };
    },
    recover: () => context.inTurn(() => finishRemovals(context)),
    purge: () => purgeDesk(context),
  };
}
