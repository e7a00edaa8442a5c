import type { Kysely } from 'kysely';
import type { Exchange } from '../../domain/exchange.ts';
import type { ExchangeStore } from '../../domain/ports/exchange-store.ts';
import { toExcerptRows, toExchange, toExchangeRow } from './exchange-rows.ts';
import { inTransaction } from './in-transaction.ts';
import type { ExcerptRow, ExchangeRow, StoreTables } from './store-tables.ts';

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
    async listOf(askerId) {
      const rows = db.selectFrom('exchanges').selectAll().where('asker_id', '=', askerId);
      return withExcerpts(db, await rows.orderBy('asked_at').orderBy('id').execute());
    },
    async servers() {
      const rows = await db
        .selectFrom('exchanges')
        .select('server_id')
        .distinct()
        .where('server_id', 'is not', null)
        .orderBy('server_id')
        .execute();
      return rows.flatMap((row) => row.server_id ?? []);
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
  const [exchange] = row ? await withExcerpts(db, [row]) : [];
  return exchange;
}

/** Parameters of one statement: SQLite takes 32766, an old one 999. */
const AT_ONCE = 500;

async function withExcerpts(
  db: Kysely<StoreTables>,
  rows: readonly ExchangeRow[],
): Promise<readonly Exchange[]> {
  const excerpts: ExcerptRow[] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const ids = rows.slice(start, start + AT_ONCE).map(({ id }) => id);
    const found = db.selectFrom('exchange_excerpts').selectAll().where('exchange_id', 'in', ids);
    excerpts.push(...(await found.orderBy('position').execute()));
  }
  return rows.map((row) =>
    toExchange(
      row,
      excerpts.filter(({ exchange_id: id }) => id === row.id),
    ),
  );
}
