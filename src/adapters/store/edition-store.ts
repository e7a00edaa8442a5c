import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Edition } from '../../domain/edition.ts';
import type { EditionStore } from '../../domain/ports/edition-store.ts';
import { ARTICLE } from '../index-store/generation-files.ts';
import type { EditionRow, StoreTables } from './store-tables.ts';

export function createEditionStore(db: Kysely<StoreTables>, warn: (message: string) => void): EditionStore {
  return {
    async save({ serverId, id, replacedAt, article }) {
      const columns = { article: JSON.stringify(article), replaced_at: replacedAt };
      const text_hash = createHash('sha256').update(article.text).digest('hex');
      await db
        .insertInto('editions')
        .values({ server_id: serverId, article_id: id, text_hash, ...columns })
        .onConflict((conflict) =>
          conflict.columns(['server_id', 'article_id', 'text_hash']).doUpdateSet(columns),
        )
        .execute();
    },
    async editionsOf({ serverId, id }) {
      const rows = await db
        .selectFrom('editions')
        .selectAll()
        .where('server_id', '=', serverId)
        .where('article_id', '=', id)
        .orderBy('replaced_at', 'desc')
        .orderBy('text_hash')
        .execute();
      return rows.flatMap((row) => readEdition(row, warn));
    },
    async articles() {
      const rows = db.selectFrom('editions').select(['server_id', 'article_id']).distinct();
      const refs = await rows.orderBy('server_id').orderBy('article_id').execute();
      return refs.map((row) => ({ serverId: row.server_id, id: row.article_id }));
    },
    async removeArticle({ serverId, id }) {
      await db
        .deleteFrom('editions')
        .where('server_id', '=', serverId)
        .where('article_id', '=', id)
        .execute();
    },
    async removeOf({ serverId }) {
      const rows = db.deleteFrom('editions').where('server_id', '=', serverId);
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
  };
}

/** What a later release has written otherwise is none: no quotation is better than a wrong one. */
function readEdition(row: EditionRow, warn: (message: string) => void): readonly Edition[] {
  try {
    const article = ARTICLE.parse(JSON.parse(row.article));
    return [{ serverId: row.server_id, id: row.article_id, replacedAt: row.replaced_at, article }];
  } catch {
    warn(`The edition of ${row.article_id} that was replaced at ${row.replaced_at} cannot be read.`);
    return [];
  }
}
