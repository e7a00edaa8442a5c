import type { Span } from './span.ts';

/** Where a flashcard's words stand, ready to be shown, in the reader's language. */
export interface FlashcardCitation {
  /** A line for each place: author, title, date, place, address, when it was read. */
  readonly plain: string;
  /** The same in Markdown. */
  readonly markdown: string;
  /** Of the article, http or https; absent where it has none. */
  readonly url?: string;
}

interface FlashcardFrame {
  /** The same at every export: a card that was exported before is renewed by it, and not added again. */
  readonly id: string;
  /** White space in one becomes a hyphen; `::` parts it into levels. */
  readonly tags: readonly string[];
  readonly citation: FlashcardCitation;
}

/** A text with holes. */
export interface ClozeFlashcard extends FlashcardFrame {
  readonly kind: 'cloze';
  readonly text: string;
  /** What is hidden: offsets into the text, in order, without overlap; at least one. */
  readonly blanks: readonly Span[];
}

/** A front and a back. */
export interface BasicFlashcard extends FlashcardFrame {
  readonly kind: 'basic';
  readonly front: string;
  readonly back: string;
  /** The article's words that bear the back out; below it, as a quotation. Two of them have an empty line in between. */
  readonly quotation?: string;
}

/** A card that programs for learning understand; all its texts are plain, and a line break is one. */
export type Flashcard = ClozeFlashcard | BasicFlashcard;

export interface FlashcardDeck {
  /** The same at every export, such as the article's id. */
  readonly id: string;
  readonly title: string;
  readonly cards: readonly Flashcard[];
}

/** `anki` is an .apkg, `csv` follows RFC 4180, `markdown` CommonMark. */
export const FLASHCARD_FORMATS = ['anki', 'csv', 'markdown'] as const;
export type FlashcardFormat = (typeof FLASHCARD_FORMATS)[number];
