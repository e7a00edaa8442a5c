import type { PGlite } from '@electric-sql/pglite';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

const COMMANDS = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COMMIT', 'ROLLBACK'] as const;

/** PGlite has one session: whoever connects waits until the one before has let go of it. */
export function makePglitePool(pglite: PGlite): PostgresPool {
  let free = Promise.resolve();
  return {
    async connect() {
      const before = free;
      let release = (): void => undefined;
      free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return makeClient(pglite, release);
    },
    end: () => pglite.close(),
  };
}

function makeClient(pglite: PGlite, release: () => void): PostgresPoolClient {
  async function run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const { rows, command, affectedRows } = await pglite.query<R>(sql, [...parameters]);
    return {
      rows,
      command: COMMANDS.find((known) => known === command) ?? 'SELECT',
      rowCount: affectedRows ?? 0,
    };
  }
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    asked: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string') throw new Error('PGlite has no cursors.');
    return run<R>(asked, parameters);
  }
  return { query, release };
}
