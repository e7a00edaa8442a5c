import { setTimeout } from 'node:timers/promises';
import type { Exchange } from '../domain/exchange.ts';
import type { StoreGuard } from './store-guard.ts';

/** The exchanges as a conversation uses them: it never rejects, for an answer does not depend on it. */
export interface ExchangeMemory {
  /** False when it could not be kept. */
  save(exchange: Exchange): Promise<boolean>;
  /**
   * Saves what is being delivered, once its message has an id. Until then `find` waits for it: people press a button
   * as soon as they see it. @throws what the delivery throws
   */
  keep(delivery: Promise<Exchange | undefined>): Promise<void>;
  /** Undefined also when the store cannot be read just now. */
  find(id: string): Promise<Exchange | undefined>;
  findByQuestion(questionId: string): Promise<Exchange | undefined>;
  /** See ExchangeStore; false when the store cannot be used just now. */
  claimShare(id: string): Promise<boolean>;
  releaseShare(id: string): Promise<void>;
  /** Forgets one, and that its question had no good answer. */
  remove(id: string): Promise<void>;
}

/** How long `find` waits for what is being delivered, in milliseconds; an interaction has 3 s in all. */
const PATIENCE = 1_000;

export function createExchangeMemory(guard: StoreGuard): ExchangeMemory {
  const deliveries = new Set<Promise<unknown>>();
  const save = (exchange: Exchange) =>
    guard.write(({ exchanges }) => exchanges.save(exchange).then(() => true), false);
  const find = (id: string) => guard.read(({ exchanges }) => exchanges.find(id), undefined);
  return {
    save,
    async keep(delivery) {
      const kept = delivery.then((exchange) => exchange && save(exchange));
      deliveries.add(kept);
      try {
        await kept;
      } finally {
        deliveries.delete(kept);
      }
    },
    async find(id) {
      const found = await find(id);
      if (found || deliveries.size === 0) return found;
      await Promise.race([Promise.allSettled(deliveries), setTimeout(PATIENCE, undefined, { ref: false })]);
      return find(id);
    },
    findByQuestion: (questionId) =>
      guard.read(({ exchanges }) => exchanges.findByQuestion(questionId), undefined),
    claimShare: (id) => guard.write(({ exchanges }) => exchanges.claimShare(id), false),
    releaseShare: (id) => guard.write(({ exchanges }) => exchanges.releaseShare(id), undefined),
    remove: (id) =>
      guard.write(async ({ exchanges, gaps }) => {
        await exchanges.remove(id);
        await gaps.remove(id);
      }, undefined),
  };
}
