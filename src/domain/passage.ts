import type { Span } from './span.ts';

/** A sentence of a passage, with the paragraph that it stands in. */
export interface PassageSentence extends Span {
  /** Number of its paragraph, counted from 1. */
  readonly paragraph: number;
}

/** The unit that is embedded: one or more whole paragraphs of a section, or a part of a long one. */
export interface Passage extends Span {
  /** `articleId#n`, n counted from 0 within the article. */
  readonly id: string;
  readonly articleId: string;
  /** Numbers of the paragraphs that it covers, ascending. */
  readonly paragraphs: readonly number[];
  readonly heading?: string;
  /** Offsets into Article.text, in order. */
  readonly sentences: readonly PassageSentence[];
}
