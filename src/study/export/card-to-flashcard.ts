import type { Card } from '../../domain/card.ts';
import type { Flashcard, FlashcardCitation } from '../../domain/flashcard.ts';
import { replaceSpans } from './replace-spans.ts';
import { BLANK } from './flashcard-sides.ts';
import { fillBlanks } from '../cards/hide-answer.ts';

/** What is said around a card's quotation, in the reader's language. */
export interface FlashcardPhrases {
  readonly speaker: string;
  readonly altered: string;
  readonly order: string;
  readonly wasTrue: string;
  /** @param answer what the article says @param swap what was put in its place */
  readonly wasAltered: (answer: string, swap: string) => string;
}

/** A card for a program for learning: with a hole where the card has one, with a front and a back otherwise. */
export function cardToFlashcard(
  card: Card,
  citation: FlashcardCitation,
  phrases: FlashcardPhrases,
): Flashcard {
  const { id, kind, quotation, answer, blanks } = card;
  const tags = [`article::${quotation.articleId}`, `kind::${kind}`, `type::${card.type}`];
  const frame = { id, tags, citation };
  switch (kind) {
    case 'cloze':
      return { ...frame, kind: 'cloze', text: quotation.text, blanks };
    case 'speaker':
      return basic(`${phrases.speaker}\n\n${fillBlanks(quotation.text, blanks, BLANK)}`, answer.text);
    case 'altered':
      return altered();
    case 'order':
      return basic(
        [phrases.order, ...choicesOf(card).map((words) => `– ${words}`)].join('\n\n'),
        answer.text,
      );
    case 'own':
      return basic(card.question ?? '', answer.text);
  }

  function basic(front: string, back: string): Flashcard {
    return { ...frame, kind: 'basic', front, back, quotation: quotation.text };
  }

  /** One of the two, always the same for one card: about half of all are altered. */
  function altered(): Flashcard {
    const swap = isEven(id) ? card.swap?.text : undefined;
    const shown = replaceSpans(
      quotation.text,
      swap === undefined ? [] : blanks,
      () => swap ?? '',
      (words) => words,
    );
    const back = swap === undefined ? phrases.wasTrue : phrases.wasAltered(answer.text, swap);
    return basic(`${phrases.altered}\n\n${shown}`, back);
  }
}

/** As they stand in the article, so that the first is not always right. */
function choicesOf({ answer, distractors }: Card): readonly string[] {
  return [answer, ...distractors].sort((a, b) => a.start - b.start).map(({ text }) => text);
}

function isEven(id: string): boolean {
  return (
    Array.from(id, (character) => character.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % 2 === 0
  );
}
