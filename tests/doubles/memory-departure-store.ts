import type { DepartureStore } from '../../src/domain/ports/departure-store.ts';

export function createMemoryDepartureStore(): DepartureStore {
  const left = new Map<string, string>();
  return {
    mark(serverId, at) {
      if (!left.has(serverId)) left.set(serverId, at);
      return Promise.resolve();
    },
    unmark(serverId) {
      left.delete(serverId);
      return Promise.resolve();
    },
    before: (moment) =>
      Promise.resolve([...left].flatMap(([serverId, at]) => (at < moment ? [serverId] : [])).sort()),
  };
}
