import type { Span } from './span.ts';

/**
 * What a card asks for: the word that is blanked out, who said a quotation, which of two dated events came first,
 * whether a sentence is as the article has it, or a question that a teacher wrote.
 */
export const CARD_KINDS = ['cloze', 'speaker', 'order', 'altered', 'own'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** What the answer is; a distractor is of the same type. */
export const TERM_TYPES = ['person', 'place', 'organisation', 'number', 'date', 'term'] as const;
export type TermType = (typeof TERM_TYPES)[number];

/** Words of an article where they stand: offsets into Article.text, and what is there. */
export interface QuotedWords extends Span {
  readonly articleId: string;
  readonly paragraph: number;
  /** Equals `article.text.slice(start, end)`. */
  readonly text: string;
}

/** A quotation with what is hidden of it. */
export interface CardPassage {
  /** The sentence, or the sentence with the neighbour that it leans on. */
  readonly quotation: QuotedWords;
  /** What stands before and after the quotation, for finding exactly the same place again; up to 80 characters each. */
  readonly before: string;
  readonly after: string;
  /** Inside the quotation, except for `own` (wherever the teacher pointed); the date for `order`. */
  readonly answer: QuotedWords;
  /** Every occurrence of the answer in the quotation, relative to its start, in order; empty when nothing is blanked. */
  readonly blanks: readonly Span[];
}

/** A question made of a quotation. What it shows and reveals is the article's; only its frame is the bot's. */
export interface Card extends CardPassage {
  /** Stays the same as long as kind, quotations and answer do. */
  readonly id: string;
  readonly kind: CardKind;
  readonly type: TermType;
  /** Of the answer's type, from the same article, and not right; best first. */
  readonly distractors: readonly QuotedWords[];
  /** The words put in place of the answer, for `altered`. */
  readonly swap?: QuotedWords;
  /** For `order`, what happened after what the quotation says: another sentence of the article, with its date. */
  readonly later?: CardPassage;
  /** The teacher's question, for `own`. */
  readonly question?: string;
  /** In [0, 1]: how much it is worth knowing; for ordering within one article only. */
  readonly worth: number;
}

/** By which things to choose from go where they are listed. */
export const CHOICE_LETTERS = 'ABCD';

/** All that a card quotes, with what it hides of each; for `order` in the order of time. */
export function passagesOf(card: Card): readonly CardPassage[] {
  return card.later ? [card, card.later] : [card];
}

/** Every word of the article's that a card may show. */
export function wordsOf(card: Card): readonly QuotedWords[] {
  const passages = passagesOf(card).flatMap(({ quotation, answer }) => [quotation, answer]);
  return [...passages, ...card.distractors, ...(card.swap ? [card.swap] : [])];
}
