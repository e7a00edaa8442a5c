import { CHOICE_LETTERS, passagesOf } from '../../domain/card.ts';
import type { Card, CardPassage } from '../../domain/card.ts';
import type { Flashcard, FlashcardCitation } from '../../domain/flashcard.ts';
import { replaceSpans } from './replace-spans.ts';
import { BLANK } from './flashcard-sides.ts';
import { fillBlanks } from '../cards/hide-answer.ts';

/** What is said around a card's quotation, in the reader's language. */
export interface FlashcardPhrases {
  readonly speaker: string;
  readonly altered: string;
  readonly order: string;
  /** @param first the letter and the date of what came first @param then the same of what came later */
  readonly cameFirst: (first: LetteredDate, then: LetteredDate) => string;
  readonly wasTrue: string;
  /** @param answer what the article says @param swap what was put in its place */
  readonly wasAltered: (answer: string, swap: string) => string;
}

/** An event by the letter that it is shown with. */
interface LetteredDate {
  readonly letter: string;
  readonly date: string;
}

/**
 * A card for a program for learning: with a hole where the card has one, with a front and a back otherwise.
 * @param cite where a paragraph of the card's article stands
 */
export function cardToFlashcard(
  card: Card,
  cite: (paragraph: number) => FlashcardCitation,
  phrases: FlashcardPhrases,
): Flashcard {
  const { id, kind, quotation, answer, blanks } = card;
  const paragraphs = new Set(passagesOf(card).map((passage) => passage.quotation.paragraph));
  const citation = joinCitations([...paragraphs].map(cite));
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
      return order(passagesOf(card));
    case 'own':
      return basic(card.question ?? '', answer.text);
  }

  function basic(front: string, back: string): Flashcard {
    const words = passagesOf(card).map((passage) => passage.quotation.text);
    return { ...frame, kind: 'basic', front, back, quotation: words.join('\n\n') };
  }

  /** Which event stands first is the same at every export, and for half of all cards the later one. */
  function order(inTime: readonly CardPassage[]): Flashcard {
    const shown = isEven(id) ? inTime : inTime.toReversed();
    const lines = shown.map(
      (event, at) => `${CHOICE_LETTERS.charAt(at)}: ${fillBlanks(event.quotation.text, event.blanks, BLANK)}`,
    );
    const [first, then] = inTime.map((event) => ({
      letter: CHOICE_LETTERS.charAt(shown.indexOf(event)),
      date: event.answer.text,
    }));
    return basic(
      [phrases.order, ...lines].join('\n\n'),
      first && then ? phrases.cameFirst(first, then) : answer.text,
    );
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

/** Of one article: a line, or in Markdown a paragraph, for each place. */
function joinCitations(citations: readonly FlashcardCitation[]): FlashcardCitation {
  return {
    ...citations[0],
    plain: citations.map(({ plain }) => plain).join('\n'),
    markdown: citations.map(({ markdown }) => markdown).join('\n\n'),
  };
}

function isEven(id: string): boolean {
  return (
    Array.from(id, (character) => character.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % 2 === 0
  );
}
