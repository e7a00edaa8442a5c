import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Store } from '../../domain/ports/store.ts';
import type { StoreTables } from './store-tables.ts';

const SECRET_BYTES = 32;

/** Hashes with a secret that is made at first use and kept in the store. */
export function createPersonHash(db: Kysely<StoreTables>): Store['hashPerson'] {
  let secret: Promise<string> | undefined;
  return async (serverId, userId) => {
    secret ??= obtainSecret(db, 'people');
    try {
      return hashPerson(await secret, serverId, userId);
    } catch (error) {
      secret = undefined;
      throw error;
    }
  };
}

/** @returns 43 characters of base64url */
function hashPerson(secret: string, serverId: string | undefined, userId: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([serverId ?? null, userId]))
    .digest('base64url');
}

/** Whoever comes first makes it; everyone has the same. */
async function obtainSecret(db: Kysely<StoreTables>, name: string): Promise<string> {
  await db
    .insertInto('secrets')
    .values({ name, value: randomBytes(SECRET_BYTES).toString('hex') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
