import type { Flashcard, FlashcardDeck } from '../../domain/flashcard.ts';
import { writeCsv } from '../../text/write-csv.ts';
import { BLANK, sidesOf } from './flashcard-sides.ts';

const COLUMNS = ['id', 'deck', 'kind', 'front', 'back', 'quotation', 'tags', 'citation', 'address'] as const;

/**
 * Cards as CSV (RFC 4180, UTF-8), a line of names first; each blank shows as _____. What a spreadsheet would reckon
 * with has an apostrophe before it.
 */
export function writeCardsCsv(decks: readonly FlashcardDeck[]): string {
  const rows = decks.flatMap(({ title, cards }) => cards.map((card) => rowOf(title, card)));
  return writeCsv([COLUMNS, ...rows]);
}

function rowOf(deck: string, card: Flashcard): readonly string[] {
  const { front, back, quotation } = sidesOf(card, BLANK);
  const { plain, url = '' } = card.citation;
  return [card.id, deck, card.kind, front, back, quotation, card.tags.join(' '), plain, url];
}
