import type { Kysely } from 'kysely';
import type { Addition, DeskStore, Removal } from '../../domain/ports/desk-store.ts';
import { storableText } from './storable-text.ts';
import type { DeskAdditionRow, DeskRemovalRow, StoreTables } from './store-tables.ts';

export function createDeskStore(db: Kysely<StoreTables>): DeskStore {
  const additionsOf = (serverId: string) => db.selectFrom('desk_additions').where('server_id', '=', serverId);
  return {
    async saveAddition({ serverId, id, by, at }) {
      await db
        .insertInto('desk_additions')
        .values({ server_id: serverId, article_id: id, added_by: by ?? null, added_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async additions(serverId) {
      const rows = additionsOf(serverId).selectAll().orderBy('added_at', 'desc').orderBy('article_id');
      return (await rows.execute()).map(toAddition);
    },
    async additionsBy(personId) {
      const rows = db.selectFrom('desk_additions').where('added_by', '=', personId).selectAll();
      return (await rows.orderBy('added_at', 'desc').orderBy('article_id').execute()).map(toAddition);
    },
    async countAdditions(serverId, since) {
      const rows = additionsOf(serverId).where('added_at', '>=', since);
      const { count } = await rows
        .select((the) => the.fn.countAll<number | bigint | string>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async saveRemoval({ serverId, id, title, by, removedAt }) {
      const columns = { title: storableText(title), removed_by: by ?? null, removed_at: removedAt };
      await db
        .insertInto('desk_removals')
        .values({ server_id: serverId, article_id: id, ...columns })
        .onConflict((conflict) => conflict.columns(['server_id', 'article_id']).doUpdateSet(columns))
        .execute();
    },
    async removals(serverId) {
      const rows = db
        .selectFrom('desk_removals')
        .selectAll()
        .$if(serverId !== undefined, (query) => query.where('server_id', '=', serverId ?? ''))
        .orderBy('removed_at', 'desc')
        .orderBy('article_id');
      return (await rows.execute()).map(toRemoval);
    },
    async dropRemoval({ serverId, id }) {
      await db
        .deleteFrom('desk_removals')
        .where('server_id', '=', serverId)
        .where('article_id', '=', id)
        .execute();
    },
    removeArticle: ({ serverId, id }) =>
      db.transaction().execute(async (transaction) => {
        for (const table of ['desk_additions', 'desk_removals'] as const)
          await transaction
            .deleteFrom(table)
            .where('server_id', '=', serverId)
            .where('article_id', '=', id)
            .execute();
      }),
    removeOf: (owner) =>
      'serverId' in owner ? removeServer(db, owner.serverId) : forget(db, owner.personId),
  };
}

function removeServer(db: Kysely<StoreTables>, serverId: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    let removed = 0;
    for (const table of ['desk_additions', 'desk_removals'] as const) {
      const rows = transaction.deleteFrom(table).where('server_id', '=', serverId);
      removed += Number((await rows.executeTakeFirst()).numDeletedRows);
    }
    return removed;
  });
}

function forget(db: Kysely<StoreTables>, personId: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const additions = transaction
      .updateTable('desk_additions')
      .set({ added_by: null })
      .where('added_by', '=', personId);
    const removals = transaction
      .updateTable('desk_removals')
      .set({ removed_by: null })
      .where('removed_by', '=', personId);
    const { numUpdatedRows } = await additions.executeTakeFirst();
    return Number(numUpdatedRows + (await removals.executeTakeFirst()).numUpdatedRows);
  });
}

function toAddition({ server_id, article_id, added_by, added_at }: DeskAdditionRow): Addition {
  return {
    ...{ serverId: server_id, id: article_id, at: added_at },
    ...(added_by !== null && { by: added_by }),
  };
}

function toRemoval({ server_id, article_id, title, removed_by, removed_at }: DeskRemovalRow): Removal {
  return {
    ...{ serverId: server_id, id: article_id, title, removedAt: removed_at },
    ...(removed_by !== null && { by: removed_by }),
  };
}
