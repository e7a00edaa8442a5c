import type { Store } from '../../src/domain/ports/store.ts';
import { createMemoryDeskStore } from './memory-desk-store.ts';
import { createMemoryEditionStore } from './memory-edition-store.ts';
import { createMemoryDepartureStore } from './memory-departure-store.ts';
import { createMemoryExchangeStore } from './memory-exchange-store.ts';
import { createMemoryFeedbackStore } from './memory-feedback-store.ts';
import { createMemoryGapStore } from './memory-gap-store.ts';
import { createMemoryNoteStore } from './memory-note-store.ts';
import { createMemoryQuizStore } from './memory-quiz-store.ts';
import { createMemoryReadingStore } from './memory-reading-store.ts';
import { createMemoryScopeStore } from './memory-scope-store.ts';
import { createMemorySettingsStore } from './memory-settings-store.ts';
import { createMemoryStudyStore } from './memory-study-store.ts';

/** A store that goes with the process; parts of it may be others, such as one that fails. */
export function createMemoryStore(parts: Partial<Store> = {}): Store {
  const exchanges = parts.exchanges ?? createMemoryExchangeStore();
  const { prune, ...feedback } = createMemoryFeedbackStore(exchanges);
  const pruned = async <T>(removal: Promise<T>): Promise<T> => {
    const result = await removal;
    await prune();
    return result;
  };
  return {
    settings: createMemorySettingsStore(),
    scopes: createMemoryScopeStore(),
    feedback,
    gaps: createMemoryGapStore(),
    desk: createMemoryDeskStore(),
    editions: createMemoryEditionStore(),
    quizzes: createMemoryQuizStore(),
    readings: createMemoryReadingStore(),
    study: createMemoryStudyStore(),
    notes: createMemoryNoteStore(),
    departures: createMemoryDepartureStore(),
    hashPerson: (serverId, userId) =>
      Promise.resolve(`hash-${serverId ?? 'direct'}-${userId}`.padEnd(43, '-')),
    close: () => Promise.resolve(),
    ...parts,
    exchanges: {
      ...exchanges,
      remove: (id) => pruned(exchanges.remove(id)),
      removeOf: (owner) => pruned(exchanges.removeOf(owner)),
      removeBefore: (moment) => pruned(exchanges.removeBefore(moment)),
    },
  };
}
