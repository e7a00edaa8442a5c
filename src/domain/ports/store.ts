import type { DeskStore } from './desk-store.ts';
import type { EditionStore } from './edition-store.ts';
import type { DepartureStore } from './departure-store.ts';
import type { ExchangeStore } from './exchange-store.ts';
import type { FeedbackStore } from './feedback-store.ts';
import type { GapStore } from './gap-store.ts';
import type { NoteStore } from './note-store.ts';
import type { QuizStore } from './quiz-store.ts';
import type { ReadingStore } from './reading-store.ts';
import type { ScopeStore } from './scope-store.ts';
import type { SettingsStore } from './settings-store.ts';
import type { StudyStore } from './study-store.ts';

/** Everything that is kept beside the articles and their index: one database. */
export interface Store {
  readonly exchanges: ExchangeStore;
  readonly settings: SettingsStore;
  readonly scopes: ScopeStore;
  readonly feedback: FeedbackStore;
  readonly gaps: GapStore;
  readonly desk: DeskStore;
  readonly editions: EditionStore;
  readonly quizzes: QuizStore;
  readonly readings: ReadingStore;
  readonly study: StudyStore;
  readonly notes: NoteStore;
  readonly departures: DepartureStore;
  /**
   * A person as a server's own pseudonym: keyed, so that it can neither be guessed from an id nor be compared between
   * servers. The same for ever, in this store. @param serverId undefined in direct messages
   */
  hashPerson(serverId: string | undefined, userId: string): Promise<string>;
  close(): Promise<void>;
}
