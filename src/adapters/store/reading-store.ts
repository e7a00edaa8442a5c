import type { Kysely } from 'kysely';
import type { PortionRef, ReadingStore } from '../../domain/ports/reading-store.ts';
import { toHosted, toKeptPress, toReading, toReadingRow } from './reading-rows.ts';
import type { StoreTables } from './store-tables.ts';

export function createReadingStore(db: Kysely<StoreTables>): ReadingStore {
  return {
    begin: (reading) =>
      db.transaction().execute(async (transaction) => {
        // A write first, or SQLite may refuse its lock.
        await transaction
          .deleteFrom('readings')
          .where('channel_id', '=', reading.channelId)
          .where('is_settled', '=', 1)
          .execute();
        const busy = await transaction
          .selectFrom('readings')
          .select('id')
          .where('thread_id', '=', reading.channelId)
          .where('is_settled', '=', 0)
          .executeTakeFirst();
        if (busy) return false;
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('readings')
          .values(toReadingRow(reading))
          .onConflict((conflict) => conflict.column('channel_id').doNothing())
          .executeTakeFirst();
        return (numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),
    async save(reading) {
      const { thread_id, state, active_at, is_settled } = toReadingRow(reading);
      const { numUpdatedRows } = await db
        .updateTable('readings')
        .set({ thread_id, state, active_at, is_settled })
        .where('id', '=', reading.id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async inChannel(channelId) {
      const row = await db
        .selectFrom('readings')
        .selectAll()
        .where((where) => where.or([where('channel_id', '=', channelId), where('thread_id', '=', channelId)]))
        .orderBy('is_settled')
        .orderBy('started_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toReading(row);
    },
    async running() {
      const rows = db.selectFrom('readings').selectAll().where('is_settled', '=', 0);
      return (await rows.orderBy('started_at').orderBy('id').execute()).map(toReading);
    },
    press: (portion, personId, at) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await ofPortion(transaction.deleteFrom('reading_presses'), portion)
          .where('person_id', '=', personId)
          .executeTakeFirst();
        const { readingId } = portion;
        const reading = transaction.selectFrom('readings').select('id').where('id', '=', readingId);
        if (!(await reading.executeTakeFirst())) return undefined;
        if (numDeletedRows > 0n) return 'unread';
        await transaction
          .insertInto('reading_presses')
          .values({
            reading_id: readingId,
            portion: portion.portion,
            person_id: personId,
            pressed_at: new Date(at).toISOString(),
          })
          .onConflict((conflict) => conflict.columns(['reading_id', 'portion', 'person_id']).doNothing())
          .execute();
        return 'read';
      }),
    async readers(portion) {
      const query = db.selectFrom('reading_presses').select(({ fn }) => fn.countAll().as('count'));
      const { count } = await ofPortion(query, portion).executeTakeFirstOrThrow();
      return Number(count);
    },
    async zoneIn(serverId) {
      const row = await db
        .selectFrom('readings')
        .selectAll()
        .where('server_id', '=', serverId)
        .orderBy('started_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toReading(row).zone;
    },
    async exportOf(personId) {
      const hosted = await db
        .selectFrom('readings')
        .select(['id', 'server_id', 'article_id', 'started_at'])
        .where('host_id', '=', personId)
        .orderBy('started_at')
        .execute();
      const presses = await db
        .selectFrom('reading_presses')
        .innerJoin('readings', 'readings.id', 'reading_presses.reading_id')
        .selectAll('reading_presses')
        .select(['readings.server_id', 'readings.article_id'])
        .where('person_id', '=', personId)
        .orderBy('pressed_at')
        .execute();
      return [...hosted.map(toHosted), ...presses.map(toKeptPress)];
    },
    async removeBefore(moment) {
      const rows = db.deleteFrom('readings').where('active_at', '<', new Date(moment).toISOString());
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
    async removeOf(owner) {
      if ('serverId' in owner) {
        const rows = db.deleteFrom('readings').where('server_id', '=', owner.serverId);
        return Number((await rows.executeTakeFirst()).numDeletedRows);
      }
      const { personId } = owner;
      return db.transaction().execute(async (transaction) => {
        const presses = transaction.deleteFrom('reading_presses').where('person_id', '=', personId);
        const { numDeletedRows } = await presses.executeTakeFirst();
        await transaction
          .updateTable('readings')
          .set({ host_id: '' })
          .where('host_id', '=', personId)
          .execute();
        return Number(numDeletedRows);
      });
    },
  };
}

function ofPortion<
  Query extends {
    where(column: 'reading_id', operator: '=', value: string): Query;
    where(column: 'portion', operator: '=', value: number): Query;
  },
>(query: Query, { readingId, portion }: PortionRef): Query {
  return query.where('reading_id', '=', readingId).where('portion', '=', portion);
}
