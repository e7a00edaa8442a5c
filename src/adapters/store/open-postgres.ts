import { Kysely, PostgresDialect } from 'kysely';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import type { StoreTables } from './store-tables.ts';

/** Milliseconds for a connection, and for a statement unless it is said otherwise: an interaction has 3 s in all. */
const PATIENCE = 1_500;

/** Nothing is connected before the first statement. */
export function openPostgres(url: string, patience: number = PATIENCE): Kysely<StoreTables> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'verbatim',
    max: 5,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: patience,
    // The server cannot keep to its own when it cannot be reached any more.
    query_timeout: patience + 250,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it: the next statement gets another one, or says why not.
  pool.on('error', () => undefined);
  return new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool: dropUnanswered(pool) }) });
}

/** A connection that has not answered is not used again: the next statement would wait behind the last one. */
function dropUnanswered(pool: Pool): PostgresPool {
  return {
    async connect() {
      return wrapClient(await pool.connect());
    },
    end: () => pool.end(),
  };
}

function wrapClient(client: PoolClient): PostgresPoolClient {
  let unanswered = false;
  async function run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      // What a statement returns is kysely's to know.
      return (await client.query(sql, [...parameters])) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      unanswered ||= error instanceof Error && !('severity' in error);
      throw error;
    }
  }
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    asked: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string') throw new Error('The store reads without cursors.');
    return run<R>(asked, parameters);
  }
  return {
    query,
    release: () => {
      client.release(unanswered);
    },
  };
}
