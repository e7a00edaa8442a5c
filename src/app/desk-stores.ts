import type { StoreGuard } from '../conversation/store-guard.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { DeskStore } from '../domain/ports/desk-store.ts';
import type { EditionStore } from '../domain/ports/edition-store.ts';
import type { Store } from '../domain/ports/store.ts';

const FAILED = Symbol('failed');

/**
 * The desk's part of a guarded store. An answer goes on without the store; a change of the articles does not.
 * @throws VerbatimError store-unusable, from every method
 */
export function openDeskStores(guard: Pick<StoreGuard, 'read' | 'write'>): {
  readonly store: DeskStore;
  readonly editions: EditionStore;
} {
  const must = async <T>(result: Promise<T | typeof FAILED>): Promise<T> => {
    const value = await result;
    if (value !== FAILED) return value;
    throw new VerbatimError(
      'store-unusable',
      'The articles cannot be changed just now, because the store cannot be used. Try again later; the log says why.',
    );
  };
  const read = <T>(use: (store: Store) => Promise<T>) => must(guard.read(use, FAILED));
  const write = <T>(use: (store: Store) => Promise<T>) => must(guard.write(use, FAILED));
  return {
    store: {
      saveAddition: (addition) => write(({ desk }) => desk.saveAddition(addition)),
      additions: (serverId) => read(({ desk }) => desk.additions(serverId)),
      additionsBy: (personId) => read(({ desk }) => desk.additionsBy(personId)),
      countAdditions: (serverId, since) => read(({ desk }) => desk.countAdditions(serverId, since)),
      saveRemoval: (removal) => write(({ desk }) => desk.saveRemoval(removal)),
      removals: (serverId) => read(({ desk }) => desk.removals(serverId)),
      dropRemoval: (ref) => write(({ desk }) => desk.dropRemoval(ref)),
      removeArticle: (ref) => write(({ desk }) => desk.removeArticle(ref)),
      removeOf: (owner) => write(({ desk }) => desk.removeOf(owner)),
    },
    editions: {
      save: (edition) => write(({ editions }) => editions.save(edition)),
      editionsOf: (ref) => read(({ editions }) => editions.editionsOf(ref)),
      articles: () => read(({ editions }) => editions.articles()),
      removeArticle: (ref) => write(({ editions }) => editions.removeArticle(ref)),
      removeOf: (owner) => write(({ editions }) => editions.removeOf(owner)),
    },
  };
}
