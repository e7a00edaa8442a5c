import type { Kysely } from 'kysely';
import type { Store } from '../../domain/ports/store.ts';
import { createDeskStore } from './desk-store.ts';
import { createEditionStore } from './edition-store.ts';
import { createDepartureStore } from './departure-store.ts';
import { createExchangeStore } from './exchange-store.ts';
import { createFeedbackStore } from './feedback-store.ts';
import { createGapStore } from './gap-store.ts';
import { createPersonHash } from './hash-person.ts';
import { migrateStore } from './migrate-store.ts';
import { createNoteStore } from './note-store.ts';
import { openDatabase } from './open-database.ts';
import { createQuizStore } from './quiz-store.ts';
import { createReadingStore } from './reading-store.ts';
import { createScopeStore } from './scope-store.ts';
import { createSettingsStore } from './settings-store.ts';
import type { StoreTables } from './store-tables.ts';
import { createStudyStore } from './study-store.ts';

export interface StoreOptions {
  /** Told once about what is kept but cannot be read; something else holds in its place. */
  readonly warn?: (message: string) => void;
}

/**
 * The store at that address of a PostgreSQL, or in that file, made when there is none.
 * @throws VerbatimError store-unusable, without the password
 */
export async function openStore(location: string, options: StoreOptions = {}): Promise<Store> {
  return createStore(await openDatabase(location, migrateStore), options);
}

/** The store in any database that kysely speaks to, whose tables are up to date. */
export function createStore(db: Kysely<StoreTables>, { warn = () => undefined }: StoreOptions = {}): Store {
  const told = new Set<string>();
  const warnOnce = (message: string): void => {
    if (told.has(message)) return;
    told.add(message);
    warn(message);
  };
  return {
    exchanges: createExchangeStore(db),
    settings: createSettingsStore(db, warnOnce),
    scopes: createScopeStore(db, warnOnce),
    feedback: createFeedbackStore(db),
    gaps: createGapStore(db),
    desk: createDeskStore(db),
    editions: createEditionStore(db, warnOnce),
    quizzes: createQuizStore(db),
    readings: createReadingStore(db),
    study: createStudyStore(db),
    notes: createNoteStore(db),
    departures: createDepartureStore(db),
    hashPerson: createPersonHash(db),
    close: () => db.destroy(),
  };
}
