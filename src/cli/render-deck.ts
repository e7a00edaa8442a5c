import { CARD_KINDS, passagesOf } from '../domain/card.ts';
import type { Card, CardPassage } from '../domain/card.ts';
import type { CardDeck, DeckCard } from '../domain/card-deck.ts';
import { countNoun } from '../text/count-noun.ts';
import { printable } from './printable.ts';

const BLANK = '_____';

/** A deck as lines: each card with its answer, its choices, its place, and why there is such a card. */
export function renderDeck({ article, cards, resting, scarce }: CardDeck): string {
  const kinds = CARD_KINDS.flatMap((kind) => {
    const count = cards.filter(({ card }) => card.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const counts = kinds.length === 0 ? '' : ` (${kinds.join(', ')})`;
  const head = `${printable(article.title)}: ${countNoun(cards.length, 'card')}${counts}.\n`;
  const notes = [
    ...(scarce === undefined ? [] : [`${printable(scarce)}\n`]),
    ...resting.map(
      ({ line, quotation, reason }) =>
        `Line ${line} of the card file rests: ${reason}: “${printable(quotation)}”\n`,
    ),
  ];
  return `${[head, ...notes].join('')}\n${cards.map((card, index) => `${renderCard(card, index + 1)}\n`).join('')}`;
}

function renderCard({ card, reasons, pinned }: DeckCard, number: number): string {
  const { kind, type, worth } = card;
  const paragraphs = [...new Set(passagesOf(card).map(({ quotation }) => quotation.paragraph))];
  const facts = [
    kind,
    type,
    `paragraph${paragraphs.length > 1 ? 's' : ''} ${paragraphs.join(' and ')}`,
    pinned ? 'pinned' : `worth ${worth.toFixed(2)}`,
  ];
  const shown = printable(passagesOf(card).map(showQuestion).join('\n')).replaceAll('\n', '\n  │ ');
  const question = card.question === undefined ? '' : `  ${printable(card.question)}\n`;
  return `${number}. ${facts.join(' · ')}\n${question}  │ ${shown}\n  → ${printable(showAnswer(card))}\n  why: ${reasons.join('; ')}\n`;
}

function showQuestion({ quotation: { text }, blanks }: CardPassage): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of blanks) {
    shown += `${text.slice(at, start)}${BLANK}`;
    at = end;
  }
  return shown + text.slice(at);
}

function showAnswer({ kind, answer, swap, later, distractors }: Card): string {
  if (later) return `${answer.text}, then ${later.answer.text}`;
  if (kind === 'altered') return `${answer.text}, or altered: ${swap?.text ?? ''}`;
  const choices = distractors.map(({ text }) => text).join(' | ');
  return choices === '' ? answer.text : `${answer.text}, not ${choices}`;
}
