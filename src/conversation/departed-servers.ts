import { forgetServer } from './personal-data.ts';
import type { StoreGuard } from './store-guard.ts';

/** Later than any moment. */
const END_OF_TIME = '9999';

/** The servers whose members decide something, as far as the store knows. */
export function knownServers(guard: StoreGuard): Promise<readonly string[]> {
  return guard.read(
    async ({ settings, gaps }) => [...new Set([...(await settings.servers()), ...(await gaps.servers())])],
    [],
  );
}

/** A server has removed the bot: its data waits to be deleted. */
export function markDeparted(guard: StoreGuard, serverId: string, now: Date): Promise<void> {
  return guard.write(({ departures }) => departures.mark(serverId, now.toISOString()), undefined);
}

/** It is back, and keeps what it had. */
export function unmarkDeparted(guard: StoreGuard, serverId: string): Promise<void> {
  return guard.write(({ departures }) => departures.unmark(serverId), undefined);
}

/** Those that are marked, whenever they left. */
export function departedServers(guard: StoreGuard): Promise<readonly string[]> {
  return guard.read(({ departures }) => departures.before(END_OF_TIME), []);
}

/** Deletes what those have left that went before that moment (ISO 8601). @returns their ids */
export async function forgetDeparted(
  guard: StoreGuard,
  moment: string,
  isGone: (serverId: string) => boolean,
): Promise<readonly string[]> {
  const due = await guard.read(({ departures }) => departures.before(moment), []);
  const forgotten: string[] = [];
  for (const serverId of due.filter(isGone))
    if (await forgetServer(guard, serverId)) forgotten.push(serverId);
  return forgotten;
}
