import type { Kysely } from 'kysely';
import type { DepartureStore } from '../../domain/ports/departure-store.ts';
import type { StoreTables } from './store-tables.ts';

export function createDepartureStore(db: Kysely<StoreTables>): DepartureStore {
  return {
    async mark(serverId, at) {
      await db
        .insertInto('departures')
        .values({ server_id: serverId, left_at: at })
        .onConflict((conflict) => conflict.column('server_id').doNothing())
        .execute();
    },
    async unmark(serverId) {
      await db.deleteFrom('departures').where('server_id', '=', serverId).execute();
    },
    async before(moment) {
      const rows = db.selectFrom('departures').select('server_id').where('left_at', '<', moment);
      return (await rows.orderBy('server_id').execute()).map((row) => row.server_id);
    },
  };
}
