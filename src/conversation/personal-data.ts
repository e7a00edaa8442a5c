import type { Store } from '../domain/ports/store.ts';
import { DATA_HOLDERS } from './data-holders.ts';
import type { Person } from './data-holders.ts';
import type { StoreGuard } from './store-guard.ts';

/** All that is kept of a person, by kind, over all servers; undefined when the store cannot be read just now. */
export function exportPerson(
  guard: StoreGuard,
  userId: string,
): Promise<Readonly<Record<string, readonly unknown[]>> | undefined> {
  return guard.read(async (store) => {
    const person = await findPerson(store, userId);
    const kept = DATA_HOLDERS.map(
      async ({ name, exportOf }) => [name, await exportOf(store, person)] as const,
    );
    return Object.fromEntries(await Promise.all(kept));
  }, undefined);
}

/** Deletes it. @returns false when it could not all be deleted; then it is to be tried again */
export function forgetPerson(guard: StoreGuard, userId: string): Promise<boolean> {
  return guard.write(async (store) => {
    const person = await findPerson(store, userId);
    for (const { removeOf } of DATA_HOLDERS) await removeOf(store, person);
    return true;
  }, false);
}

/** Deletes all that belongs to a server. @returns false when it could not all be deleted */
export function forgetServer(guard: StoreGuard, serverId: string): Promise<boolean> {
  return guard.write(async (store) => {
    for (const { removeServer } of DATA_HOLDERS) await removeServer(store, serverId);
    await store.departures.unmark(serverId);
    return true;
  }, false);
}

/** Pseudonyms cannot be turned round: they are made anew for each server in which anything was asked. */
async function findPerson(store: Store, id: string): Promise<Person> {
  const { exchanges, gaps, settings } = store;
  const known = await Promise.all([exchanges.servers(), gaps.servers(), settings.servers()]);
  const servers = [...new Set(known.flat())];
  const hashes = await Promise.all([undefined, ...servers].map((server) => store.hashPerson(server, id)));
  return { id, hashes };
}
