import type { Flashcard } from '../../domain/flashcard.ts';
import { fillBlanks } from '../cards/hide-answer.ts';

/** How a hole is written where the format has none. */
export const BLANK = '_____';

/** What is asked, what is to be said, and the words of the article. */
export interface FlashcardSides {
  readonly front: string;
  readonly back: string;
  /** Empty where there is none. */
  readonly quotation: string;
}

/** A card for formats that know no holes. */
export function sidesOf(card: Flashcard, blank: string): FlashcardSides {
  if (card.kind === 'basic') return { front: card.front, back: card.back, quotation: card.quotation ?? '' };
  const { text, blanks } = card;
  const [first] = blanks;
  return {
    front: fillBlanks(text, blanks, blank),
    back: first === undefined ? '' : text.slice(first.start, first.end),
    quotation: text,
  };
}
