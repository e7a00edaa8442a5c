/** How well a card was known, worst first. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof GRADES)[number];

/** What is remembered of one card, as FSRS has it; plain data. Times are milliseconds since 1970. */
export interface Memory {
  /** `learning` and `relearning`: due again within minutes; `review`: due after days. */
  readonly phase: 'learning' | 'review' | 'relearning';
  readonly due: number;
  readonly lastReview: number;
  /** Days after which 9 in 10 are still known. */
  readonly stability: number;
  /** In [1, 10]. */
  readonly difficulty: number;
  /** Whole days between the last review and the next; 0 within a day. */
  readonly scheduledDays: number;
  /** Which of the short steps the card is on. */
  readonly step: number;
  readonly reviews: number;
  /** How often it was forgotten after it had been learnt. */
  readonly lapses: number;
}

/** A card that somebody has begun to learn. */
export interface StudiedCard {
  readonly cardId: string;
  readonly articleId: string;
  readonly memory: Memory;
}

/** One answer to a card, with what was before it: enough to take it back. */
export interface Review {
  readonly cardId: string;
  readonly articleId: string;
  readonly at: number;
  readonly grade: Grade;
  /** Absent for the first time that the card was shown. */
  readonly before?: Memory;
}

/** Two buttons (did not know, knew) or four. */
export type GradeCount = 2 | 4;
