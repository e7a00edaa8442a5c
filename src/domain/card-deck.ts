import type { Article } from './article.ts';
import type { Card, CardKind } from './card.ts';

/** A card with what spoke for it. */
export interface DeckCard {
  readonly card: Card;
  /** Whether a person put it there, in the article's card file. */
  readonly pinned: boolean;
  /** In words, for whoever wonders why there is such a card. */
  readonly reasons: readonly string[];
}

/** What a card file asks for and the article does not have: nothing is put in its place. */
export interface RestingEntry {
  /** Line of the card file, counted from 1. */
  readonly line: number;
  readonly quotation: string;
  readonly reason: string;
}

/** The cards of one article. */
export interface CardDeck {
  readonly article: Pick<Article, 'id' | 'title' | 'author' | 'published' | 'url' | 'licence'>;
  /** What a person pinned first, in the file's order; then the best first. */
  readonly cards: readonly DeckCard[];
  readonly resting: readonly RestingEntry[];
  /** A sentence that says why there are so few cards; absent where there are enough for a quiz. */
  readonly scarce?: string;
}

/** How a deck is made. */
export interface DeckRequest {
  /** Cards at most; by default as many as the article's length bears. */
  readonly limit?: number;
  readonly kinds?: readonly CardKind[];
}

/** Makes cards of the articles of one library. */
export interface CardSource {
  /**
   * @throws VerbatimError article-unknown where the library does not have the article, cards-invalid where its card
   * file has a mistake
   */
  makeDeck(articleId: string, request?: DeckRequest): Promise<CardDeck>;
  /** Card files that belong to no article of the library, by path. */
  readonly strayFiles: readonly string[];
}
