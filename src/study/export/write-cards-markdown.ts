import { escapeCommonMark } from '../../text/escape-commonmark.ts';
import type { Flashcard, FlashcardDeck } from '../../domain/flashcard.ts';
import { BLANK, sidesOf } from './flashcard-sides.ts';

/** Cards as CommonMark: a heading for each deck, and each card numbered, with its answer, quotation and source. */
export function writeCardsMarkdown(decks: readonly FlashcardDeck[]): string {
  return decks.map(renderDeck).join('\n');
}

function renderDeck({ title, cards }: FlashcardDeck): string {
  return `# ${inLine(title)}\n\n${cards.map((card, index) => renderCard(card, index + 1)).join('\n')}`;
}

function renderCard(card: Flashcard, number: number): string {
  const { front, back, quotation } = sidesOf(card, BLANK);
  const shown = [
    `## ${number}`,
    escapeCommonMark(front),
    `**${inLine(back)}**`,
    ...(quotation === '' ? [] : [`> ${escapeCommonMark(quotation).replaceAll('\n', '\n> ')}`]),
    card.citation.markdown,
    ...(card.tags.length === 0 ? [] : [`*${card.tags.map(inLine).join(', ')}*`]),
  ];
  return `${shown.join('\n\n')}\n`;
}

function inLine(text: string): string {
  return escapeCommonMark(text.replace(/\s+/gu, ' ').trim());
}
