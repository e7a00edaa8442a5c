import type { Memory, Review, StudiedCard } from '../study.ts';

/** One person's practice in one server, or in direct messages (undefined). */
export interface StudyPlace {
  readonly serverId: string | undefined;
  readonly personId: string;
}

/** What somebody has decided about their practice. */
export interface StudyPreferences {
  /** New cards a day; 0 for none. */
  readonly newPerDay: number;
  /** The article that new cards come from. */
  readonly articleId?: string;
  /** Milliseconds since 1970: nothing falls due from then on. */
  readonly pausedAt?: number;
}

/** What is kept of somebody's practice in one place. */
export interface KeptStudy {
  readonly serverId: string | undefined;
  readonly preferences: StudyPreferences | undefined;
  readonly cards: readonly StudiedCard[];
  readonly reviews: readonly Review[];
}

export type StudyOwner = { readonly personId: string } | { readonly serverId: string };

/** What people have learnt. Every method rejects when the store cannot be used just now. */
export interface StudyStore {
  preferences(place: StudyPlace): Promise<StudyPreferences | undefined>;
  prefer(place: StudyPlace, preferences: StudyPreferences): Promise<void>;
  /** Cards that were begun, the first due first. */
  cards(place: StudyPlace): Promise<readonly StudiedCard[]>;
  /** Answers since that moment (milliseconds since 1970), oldest first. */
  reviews(place: StudyPlace, since: number): Promise<readonly Review[]>;
  /**
   * Keeps an answer and what is remembered after it, both or neither.
   * @returns false when that card was answered since `review.before`: pressed twice, it counts once
   */
  record(place: StudyPlace, review: Review, after: Memory): Promise<boolean>;
  /** Takes back the last answer: its card is remembered as before. @returns it; undefined when there is none */
  takeBack(place: StudyPlace): Promise<Review | undefined>;
  /** Moves cards to other days, and ends or begins a pause, both or neither. */
  reschedule(place: StudyPlace, cards: readonly StudiedCard[], preferences: StudyPreferences): Promise<void>;
  exportOf(personId: string): Promise<readonly KeptStudy[]>;
  /** @returns how many cards and answers were removed */
  removeOf(owner: StudyOwner): Promise<number>;
}
