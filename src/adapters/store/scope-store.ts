import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ArticleScope } from '../../domain/article-scope.ts';
import type { ScopeStore } from '../../domain/ports/scope-store.ts';
import { inTransaction } from './in-transaction.ts';
import { countRevision, readRevision } from './revisions.ts';
import type { ArticleScopeRow, StoreTables } from './store-tables.ts';

const SCOPE = z.union([z.literal('public'), z.array(z.string()).readonly()]);

export function createScopeStore(db: Kysely<StoreTables>, warn: (message: string) => void): ScopeStore {
  return {
    async all() {
      const rows = await db.selectFrom('article_scopes').selectAll().orderBy('article_id').execute();
      return new Map(rows.map((row) => [row.article_id, readScope(row, warn)]));
    },
    set: (articleId, scope, { by, at }) =>
      inTransaction(db, async (transaction) => {
        await countRevision(transaction, 'scopes');
        const columns = { scope: JSON.stringify(scope), set_by: by, set_at: at };
        await transaction
          .insertInto('article_scopes')
          .values({ article_id: articleId, ...columns })
          .onConflict((conflict) => conflict.column('article_id').doUpdateSet(columns))
          .execute();
      }),
    remove: (articleId) =>
      inTransaction(db, async (transaction) => {
        await countRevision(transaction, 'scopes');
        await transaction.deleteFrom('article_scopes').where('article_id', '=', articleId).execute();
      }),
    revision: () => readRevision(db, 'scopes'),
    async setBy(by) {
      const rows = db.selectFrom('article_scopes').select('article_id').where('set_by', '=', by);
      return (await rows.orderBy('article_id').execute()).map((row) => row.article_id);
    },
    async forgetAuthor(by) {
      const rows = db.updateTable('article_scopes').set({ set_by: '' }).where('set_by', '=', by);
      return Number((await rows.executeTakeFirst()).numUpdatedRows);
    },
  };
}

/** A scope that cannot be read shows the article to nobody rather than to somebody whom it is not for. */
function readScope({ article_id, scope }: ArticleScopeRow, warn: (message: string) => void): ArticleScope {
  try {
    return SCOPE.parse(JSON.parse(scope));
  } catch {
    warn(`Who may read the article ${article_id} cannot be read; nobody may until it is set again.`);
    return [];
  }
}
