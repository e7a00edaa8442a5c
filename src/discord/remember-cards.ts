import { LRUCache } from 'lru-cache';
import type { Card } from '../domain/card.ts';
import type { CardsOf } from './practice-options.ts';

/** Articles whose cards are kept in memory. */
const KEPT = 200;

/** The same, made once for each state of what an audience may read: to make them takes seconds. */
export function rememberCards(cardsOf: CardsOf): CardsOf {
  const made = new LRUCache<string, Promise<readonly Card[]>>({ max: KEPT });
  return (library, articleId) => {
    const key = `${library.sources().generation} ${articleId}`;
    const known = made.get(key);
    if (known) return known;
    const cards = cardsOf(library, articleId);
    made.set(key, cards);
    void cards.catch(() => made.delete(key));
    return cards;
  };
}
