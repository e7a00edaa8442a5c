import type { Card, QuotedWords } from './card.ts';

/** Options to press, or words to type. */
export const QUIZ_MODES = ['choice', 'type'] as const;
export type QuizMode = (typeof QUIZ_MODES)[number];

/** `near` is told as almost and counts no point. */
export type Verdict = 'right' | 'near' | 'wrong';

/**
 * What can be pressed: words of the article, whether a sentence is as the article has it, or which of two sentences,
 * as they are shown.
 */
export type QuizOption =
  | { readonly kind: 'words'; readonly words: QuotedWords }
  | { readonly kind: 'true' | 'altered' | 'first' | 'second' };

export interface QuizAnswer {
  readonly personId: string;
  /** Milliseconds since 1970, as all times of a quiz. */
  readonly at: number;
  readonly verdict: Verdict;
  /** Index into the round's options, where there are any. What somebody typed is not kept. */
  readonly option?: number;
}

export interface QuizRound {
  readonly card: Card;
  /** Shuffled, save for two that always stand in one order; empty where the answer is typed. */
  readonly options: readonly QuizOption[];
  /** Index of the right option; absent where the answer is typed. */
  readonly rightOption?: number;
  /** Whether the sentence is shown with the swap, for `altered`; for `order`, whether the later event is shown first. */
  readonly swapped: boolean;
  /** In the order in which they came; one a person. */
  readonly answers: readonly QuizAnswer[];
  readonly askedAt?: number;
  readonly revealedAt?: number;
}

/** Why a quiz is over: to the end, by somebody's word, since nobody played, since its article went. */
export type QuizEnding = 'played' | 'stopped' | 'deserted' | 'gone';

/** A quiz as plain data: what has to be kept for it to go on after a restart. */
export interface Quiz {
  readonly id: string;
  readonly hostId: string;
  readonly articleId: string;
  readonly mode: QuizMode;
  /** For each round; 0 is no limit. */
  readonly seconds: number;
  /** A whole number; the same seed and cards make the same quiz. */
  readonly seed: number;
  readonly rounds: readonly QuizRound[];
  /** Index of the round that is asked or was revealed last. */
  readonly current: number;
  readonly phase: 'asking' | 'revealed' | 'over';
  readonly ending?: QuizEnding;
  readonly startedAt: number;
}

/** Standing of one person: equal points share a place, and the places after them are skipped (1, 1, 3). */
export interface QuizScore {
  readonly personId: string;
  readonly place: number;
  readonly right: number;
  readonly near: number;
  readonly answered: number;
}
