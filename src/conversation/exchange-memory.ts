import { setTimeout } from 'node:timers/promises';
import type { Exchange } from '../domain/exchange.ts';
import type { ExchangeStore } from '../domain/ports/exchange-store.ts';

/** The store as a conversation uses it: it never rejects, for an answer does not depend on it. */
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
  /** Forgets one. */
  remove(id: string): Promise<void>;
  /** Forgets what is older than that moment (ISO 8601). */
  removeBefore(moment: string): Promise<void>;
  close(): Promise<void>;
}

export interface MemoryOptions {
  /** Opens the store when it is first needed, and after it could not be opened. */
  readonly open: () => Promise<ExchangeStore>;
  /** Called once when the store fails, until it works again. */
  readonly onFailed: (error: unknown) => void;
  readonly onRecovered: () => void;
  /** Milliseconds. */
  readonly clock: () => number;
}

type Access = 'read' | 'write';

/** How long `find` waits for what is being delivered, in milliseconds; an interaction has 3 s in all. */
const PATIENCE = 1_000;

/** How long a store that could not be opened is left alone, in milliseconds. */
const RETRY_AFTER = 60_000;

/** Locked, read-only, full or corrupt: answers go on without memory, with one warning. */
export function createExchangeMemory({ open, onFailed, onRecovered, clock }: MemoryOptions): ExchangeMemory {
  let store: ExchangeStore | undefined;
  let opening: Promise<ExchangeStore> | undefined;
  let retryAt = -Infinity;
  /** A store that is full or locked can still be read: that it was is no sign that it can be written to. */
  const failing = new Set<Access>();

  async function attempt<T>(
    access: Access,
    use: (store: ExchangeStore) => Promise<T>,
    otherwise: T,
  ): Promise<T> {
    if (!store && clock() < retryAt) return otherwise;
    try {
      store ??= await (opening ??= open());
      const result = await use(store);
      if (failing.delete(access) && failing.size === 0) onRecovered();
      return result;
    } catch (error) {
      if (!store) retryAt = clock() + RETRY_AFTER;
      if (failing.size === 0) onFailed(error);
      failing.add(access);
      return otherwise;
    } finally {
      opening = undefined;
    }
  }

  const deliveries = new Set<Promise<unknown>>();
  const save = (exchange: Exchange) =>
    attempt('write', (opened) => opened.save(exchange).then(() => true), false);
  const find = (id: string) => attempt('read', (opened) => opened.find(id), undefined);
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
    findByQuestion: (questionId) => attempt('read', (opened) => opened.findByQuestion(questionId), undefined),
    claimShare: (id) => attempt('write', (opened) => opened.claimShare(id), false),
    releaseShare: (id) => attempt('write', (opened) => opened.releaseShare(id), undefined),
    remove: (id) => attempt('write', (opened) => opened.remove(id), undefined),
    async removeBefore(moment) {
      await attempt('write', (opened) => opened.removeBefore(moment), 0);
    },
    async close() {
      await store?.close().catch(onFailed);
      store = undefined;
    },
  };
}
