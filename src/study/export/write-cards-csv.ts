import type { Flashcard, FlashcardDeck } from '../../domain/flashcard.ts';
import { BLANK, sidesOf } from './flashcard-sides.ts';

const COLUMNS = ['id', 'deck', 'kind', 'front', 'back', 'quotation', 'tags', 'citation', 'address'] as const;

/**
 * Cards as CSV (RFC 4180, UTF-8), a line of names first; each blank shows as _____. What a spreadsheet would reckon
 * with has an apostrophe before it.
 */
export function writeCardsCsv(decks: readonly FlashcardDeck[]): string {
  const rows = decks.flatMap(({ title, cards }) => cards.map((card) => rowOf(title, card)));
  return [COLUMNS, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function rowOf(deck: string, card: Flashcard): readonly string[] {
  const { front, back, quotation } = sidesOf(card, BLANK);
  const { plain, url = '' } = card.citation;
  return [card.id, deck, card.kind, front, back, quotation, card.tags.join(' '), plain, url];
}

/** A cell that begins like a formula is run by spreadsheets; the quotation marks of CSV do not stop them. */
function cellOf(text: string): string {
  const safe = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
