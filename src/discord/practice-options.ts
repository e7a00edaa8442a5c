import type { Card } from '../domain/card.ts';
import type { Library } from '../domain/library.ts';
import type { DrawPng } from '../domain/ports/draw-png.ts';

/** The cards of an article of that library, the best first; none where it has not enough to ask about. */
export type CardsOf = (library: Library, articleId: string) => Promise<readonly Card[]>;

/** What quizzes and practice are made with. */
export interface PracticeOptions {
  /** Asked once for each state of an article. */
  readonly cardsOf: CardsOf;
  /** What the reader points at as the answer in the card's sentence, for answers that the rules do not take. */
  readonly pointAt?: (card: Card, library: Library) => Promise<string | undefined>;
  /** For charts; without it there are their numbers alone. */
  readonly drawPng?: DrawPng;
}
