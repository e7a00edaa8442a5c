import { VerbatimError } from '../domain/errors.ts';
import type { Store } from '../domain/ports/store.ts';

/**
 * The store as a conversation uses it. Locked, read-only, full, corrupt or out of reach: answers go on without it, with
 * one warning. Nothing here rejects because of that; whoever writes is told that it failed.
 */
export interface StoreGuard {
  /** @returns `otherwise` when the store cannot be read just now */
  read<T, D>(use: (store: Store) => Promise<T>, otherwise: D): Promise<T | D>;
  /**
   * @returns `otherwise` when the store cannot be written just now
   * @throws VerbatimError what a person did wrong, such as settings-invalid
   */
  write<T, D>(use: (store: Store) => Promise<T>, otherwise: D): Promise<T | D>;
  close(): Promise<void>;
}

export interface StoreGuardOptions {
  /** Opens the store when it is first needed, and after it could not be opened. */
  readonly open: () => Promise<Store>;
  /** Called once when the store fails, until it works again. */
  readonly onFailed: (error: unknown) => void;
  readonly onRecovered: () => void;
  /** Milliseconds. */
  readonly clock: () => number;
}

type Access = 'read' | 'write';

/** How long a store that could not be opened is left alone, in milliseconds. */
const RETRY_AFTER = 60_000;

export function createStoreGuard({ open, onFailed, onRecovered, clock }: StoreGuardOptions): StoreGuard {
  let store: Store | undefined;
  let opening: Promise<Store> | undefined;
  let retryAt = -Infinity;
  /** A store that is full or locked can still be read: that it was is no sign that it can be written to. */
  const failing = new Set<Access>();

  async function attempt<T, D>(
    access: Access,
    use: (store: Store) => Promise<T>,
    otherwise: D,
  ): Promise<T | D> {
    if (!store && clock() < retryAt) return otherwise;
    try {
      store ??= await (opening ??= open());
      const result = await use(store);
      if (failing.delete(access) && failing.size === 0) onRecovered();
      return result;
    } catch (error) {
      if (error instanceof VerbatimError && error.code !== 'store-unusable') throw error;
      if (!store) retryAt = clock() + RETRY_AFTER;
      if (failing.size === 0) onFailed(error);
      failing.add(access);
      return otherwise;
    } finally {
      opening = undefined;
    }
  }

  return {
    read: (use, otherwise) => attempt('read', use, otherwise),
    write: (use, otherwise) => attempt('write', use, otherwise),
    async close() {
      await store?.close().catch(onFailed);
      store = undefined;
    },
  };
}
