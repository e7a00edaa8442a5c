import type { Kysely } from 'kysely';
import type { Exchange } from '../../domain/exchange.ts';
import type { ExchangeStore } from '../../domain/ports/exchange-store.ts';
import { toExcerptRows, toExchange, toExchangeRow } from './exchange-rows.ts';
import { inTransaction } from './in-transaction.ts';
import type { StoreTables } from './store-tables.ts';

export function createExchangeStore(db: Kysely<StoreTables>): ExchangeStore {
  return {
    save: (exchange) => save(db, exchange),
    find: (id) => find(db, 'id', id),
    findByQuestion: (questionId) => find(db, 'question_id', questionId),
    async claimShare(id) {
      const { numUpdatedRows } = await db
        .updateTable('exchanges')
        .set({ shared: 1 })
        .where('id', '=', id)
        .where('shared', '=', 0)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async releaseShare(id) {
      await db.updateTable('exchanges').set({ shared: 0 }).where('id', '=', id).execute();
    },
    async remove(id) {
      await db.deleteFrom('exchanges').where('id', '=', id).execute();
    },
    async removeOf(owner) {
      const rows =
        'askerId' in owner
          ? db.deleteFrom('exchanges').where('asker_id', '=', owner.askerId)
          : db.deleteFrom('exchanges').where('server_id', '=', owner.serverId);
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
    async removeBefore(moment) {
      const rows = db.deleteFrom('exchanges').where('asked_at', '<', moment);
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
  };
}

async function save(db: Kysely<StoreTables>, exchange: Exchange): Promise<void> {
  const { id, ...columns } = toExchangeRow(exchange);
  const excerpts = toExcerptRows(exchange);
  await inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('exchanges')
      .values({ id, ...columns, shared: 0 })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
    await transaction.deleteFrom('exchange_excerpts').where('exchange_id', '=', id).execute();
    if (excerpts.length > 0) await transaction.insertInto('exchange_excerpts').values(excerpts).execute();
  });
}

async function find(
  db: Kysely<StoreTables>,
  column: 'id' | 'question_id',
  value: string,
): Promise<Exchange | undefined> {
  const row = await db
    .selectFrom('exchanges')
    .selectAll()
    .where(column, '=', value)
    .orderBy('asked_at', 'desc')
    .executeTakeFirst();
  if (!row) return undefined;
  const excerpts = await db
    .selectFrom('exchange_excerpts')
    .selectAll()
    .where('exchange_id', '=', row.id)
    .orderBy('position')
    .execute();
  return toExchange(row, excerpts);
}
