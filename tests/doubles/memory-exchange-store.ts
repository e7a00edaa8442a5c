import type { Exchange } from '../../src/domain/exchange.ts';
import type { ExchangeStore } from '../../src/domain/ports/exchange-store.ts';

export function createMemoryExchangeStore(): ExchangeStore {
  const exchanges = new Map<string, Exchange>();
  const shared = new Set<string>();
  const removeWhere = (matches: (exchange: Exchange) => boolean): Promise<number> => {
    const found = [...exchanges.values()].filter(matches);
    for (const { id } of found) exchanges.delete(id);
    return Promise.resolve(found.length);
  };
  return {
    save(exchange) {
      exchanges.set(exchange.id, exchange);
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(exchanges.get(id)),
    findByQuestion: (questionId) =>
      Promise.resolve(
        [...exchanges.values()]
          .filter((exchange) => exchange.questionId === questionId)
          .sort((a, b) => b.askedAt.localeCompare(a.askedAt))[0],
      ),
    claimShare(id) {
      const first = exchanges.has(id) && !shared.has(id);
      if (first) shared.add(id);
      return Promise.resolve(first);
    },
    releaseShare(id) {
      shared.delete(id);
      return Promise.resolve();
    },
    async remove(id) {
      await removeWhere((exchange) => exchange.id === id);
    },
    listOf: (askerId) =>
      Promise.resolve(
        [...exchanges.values()]
          .filter((exchange) => exchange.askerId === askerId)
          .sort((a, b) => a.askedAt.localeCompare(b.askedAt) || a.id.localeCompare(b.id)),
      ),
    servers: () =>
      Promise.resolve([...new Set([...exchanges.values()].flatMap(({ serverId }) => serverId ?? []))].sort()),
    removeOf: (owner) =>
      removeWhere((exchange) =>
        'askerId' in owner ? exchange.askerId === owner.askerId : exchange.serverId === owner.serverId,
      ),
    removeBefore: (moment) => removeWhere(({ askedAt }) => askedAt < moment),
  };
}
