import type { Kysely } from 'kysely';
import type { GapStore } from '../../domain/ports/gap-store.ts';
import { toGap, toGapRow } from './gap-rows.ts';
import { inTransaction } from './in-transaction.ts';
import type { StoreTables } from './store-tables.ts';

/** Parameters of one statement: SQLite takes 32766, an old one 999. */
const AT_ONCE = 500;

export function createGapStore(db: Kysely<StoreTables>): GapStore {
  const ofServer = (serverId: string) =>
    db.selectFrom('gaps').selectAll().where('server_id', '=', serverId).orderBy('asked_at').orderBy('id');
  return {
    async save(gap) {
      const { id, ...columns } = toGapRow(gap);
      await db
        .insertInto('gaps')
        .values({ id, ...columns, dismissed_by: null, dismissed_at: null })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    async find(id) {
      const row = await db.selectFrom('gaps').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toGap(row);
    },
    async remove(id) {
      await db.deleteFrom('gaps').where('id', '=', id).execute();
    },
    async list(serverId, since) {
      const gaps = ofServer(serverId).where('asked_at', '>=', since).where('dismissed_at', 'is', null);
      return (await gaps.execute()).map(toGap);
    },
    dismiss: (serverId, ids, { by, at }) =>
      inTransaction(db, async (transaction) => {
        let dismissed = 0;
        for (let start = 0; start < ids.length; start += AT_ONCE) {
          const { numUpdatedRows } = await transaction
            .updateTable('gaps')
            .set({ dismissed_by: by, dismissed_at: at })
            .where('server_id', '=', serverId)
            .where('id', 'in', ids.slice(start, start + AT_ONCE))
            .where('dismissed_at', 'is', null)
            .executeTakeFirst();
          dismissed += Number(numUpdatedRows);
        }
        return dismissed;
      }),
    async askToBeTold(id, listener) {
      const { numUpdatedRows } = await db
        .updateTable('gaps')
        .set({ listener: JSON.stringify(listener) })
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async waiting(serverId) {
      const gaps = ofServer(serverId).where('listener', 'is not', null).where('told_at', 'is', null);
      return (await gaps.execute()).map(toGap);
    },
    async setTold(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('gaps')
        .set({ told_at: at, listener: null })
        .where('id', '=', id)
        .where('told_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async listOf(askerHash) {
      const gaps = db.selectFrom('gaps').selectAll().where('asker_hash', '=', askerHash);
      return (await gaps.orderBy('asked_at').orderBy('id').execute()).map(toGap);
    },
    async dismissedBy(by) {
      const rows = db.selectFrom('gaps').select('id').where('dismissed_by', '=', by).orderBy('id');
      return (await rows.execute()).map(({ id }) => id);
    },
    async forgetAuthor(by) {
      const rows = db.updateTable('gaps').set({ dismissed_by: '' }).where('dismissed_by', '=', by);
      return Number((await rows.executeTakeFirst()).numUpdatedRows);
    },
    async servers() {
      const rows = await db.selectFrom('gaps').select('server_id').distinct().orderBy('server_id').execute();
      return rows.map((row) => row.server_id);
    },
    async removeBefore(moment) {
      const rows = db.deleteFrom('gaps').where('asked_at', '<', moment);
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
    async removeOf(owner) {
      const gaps = db.deleteFrom('gaps');
      const rows =
        'askerHash' in owner
          ? gaps.where('asker_hash', '=', owner.askerHash)
          : gaps.where('server_id', '=', owner.serverId);
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
  };
}
