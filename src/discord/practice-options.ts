import type { Card } from '../domain/card.ts';
import type { Library } from '../domain/library.ts';

/** The cards of an article of that library, the best first; none where it has not enough to ask about. */
export type CardsOf = (library: Library, articleId: string) => Promise<readonly Card[]>;

/** Turns an SVG of at most some hundred shapes into a PNG. */
export type DrawPng = (svg: string) => Promise<Uint8Array>;

/** What quizzes and practice are made with. */
export interface PracticeOptions {
  /** Asked once for each state of an article. */
  readonly cardsOf: CardsOf;
  /** What the reader points at as the answer in the card's sentence, for answers that the rules do not take. */
  readonly pointAt?: (card: Card, library: Library) => Promise<string | undefined>;
  readonly drawPng?: DrawPng;
}
