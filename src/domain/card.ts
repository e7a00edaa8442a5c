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

/** A question made of a quotation. What it shows and reveals is the article's; only its frame is the bot's. */
export interface Card {
  /** Stays the same as long as kind, quotation and answer do. */
  readonly id: string;
  readonly kind: CardKind;
  /** The sentence, or the sentence with the neighbour that it leans on. */
  readonly quotation: QuotedWords;
  /** What stands before and after the quotation, for finding exactly the same place again; up to 80 characters each. */
  readonly before: string;
  readonly after: string;
  /** Inside the quotation, except for `order` (the earlier event's sentence) and `own` (wherever the teacher pointed). */
  readonly answer: QuotedWords;
  readonly type: TermType;
  /** Every occurrence of the answer in the quotation, relative to its start, in order; empty when nothing is blanked. */
  readonly blanks: readonly Span[];
  /** Of the answer's type, from the same article, and not right; best first. */
  readonly distractors: readonly QuotedWords[];
  /** The words put in place of the answer, for `altered`. */
  readonly swap?: QuotedWords;
  /** The teacher's question, for `own`. */
  readonly question?: string;
  /** In [0, 1]: how much it is worth knowing; for ordering within one article only. */
  readonly worth: number;
}
