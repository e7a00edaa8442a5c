import type { Exchange } from '../../src/domain/exchange.ts';
import type { Vote, VotedExchange } from '../../src/domain/feedback.ts';
import type { ExchangeStore } from '../../src/domain/ports/exchange-store.ts';
import type { FeedbackStore } from '../../src/domain/ports/feedback-store.ts';

interface MemoryFeedbackStore extends FeedbackStore {
  /** Forgets the votes whose exchange is gone. */
  readonly prune: () => Promise<void>;
}

export function createMemoryFeedbackStore(exchanges: ExchangeStore): MemoryFeedbackStore {
  const votes = new Map<string, Map<string, Vote>>();

  /** Those whose exchange is still there. */
  async function voted(): Promise<readonly VotedExchange[]> {
    const found = await Promise.all(
      [...votes].map(async ([id, given]) => ({ exchange: await exchanges.find(id), given })),
    );
    return found
      .flatMap(({ exchange, given }) => (exchange ? [{ exchange, votes: inOrder(given.values()) }] : []))
      .sort((a, b) => a.exchange.askedAt.localeCompare(b.exchange.askedAt));
  }

  async function removeWhere(matches: (vote: Vote, exchange: Exchange) => boolean): Promise<number> {
    let removed = 0;
    for (const { exchange, votes: given } of await voted()) {
      for (const vote of given.filter((one) => matches(one, exchange))) {
        votes.get(exchange.id)?.delete(vote.voterHash);
        removed += 1;
      }
    }
    return removed;
  }

  return {
    async prune() {
      for (const id of votes.keys()) if (!(await exchanges.find(id))) votes.delete(id);
    },
    async vote(exchangeId, vote) {
      if (!(await exchanges.find(exchangeId))) return false;
      const given = votes.get(exchangeId) ?? new Map<string, Vote>();
      votes.set(exchangeId, given.set(vote.voterHash, vote));
      return true;
    },
    withdraw(exchangeId, voterHash) {
      votes.get(exchangeId)?.delete(voterHash);
      return Promise.resolve();
    },
    async of(exchangeId) {
      return (await voted()).find(({ exchange }) => exchange.id === exchangeId)?.votes ?? [];
    },
    async givenBy(voterHash) {
      return (await voted())
        .flatMap(({ exchange, votes: given }) => given.map((vote) => ({ exchangeId: exchange.id, vote })))
        .filter(({ vote }) => vote.voterHash === voterHash)
        .sort((a, b) => a.vote.at.localeCompare(b.vote.at) || a.exchangeId.localeCompare(b.exchangeId));
    },
    async votes({ serverId, since }) {
      return (await voted())
        .filter(({ exchange }) => serverId === undefined || exchange.serverId === serverId)
        .map(({ exchange, votes: given }) => ({ exchange, votes: given.filter(({ at }) => at >= since) }))
        .filter(({ votes: given }) => given.length > 0);
    },
    removeOf: (owner) =>
      removeWhere(({ voterHash }, { id, askerId, serverId }) => {
        if ('exchangeId' in owner) return id === owner.exchangeId;
        if ('voterHash' in owner) return voterHash === owner.voterHash;
        return 'askerId' in owner ? askerId === owner.askerId : serverId === owner.serverId;
      }),
  };
}

function inOrder(votes: Iterable<Vote>): Vote[] {
  return [...votes].sort((a, b) => a.at.localeCompare(b.at) || a.voterHash.localeCompare(b.voterHash));
}
