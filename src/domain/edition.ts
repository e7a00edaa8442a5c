import type { Article } from './article.ts';
import type { DeskRef } from './desk.ts';
import type { Excerpt } from './reply.ts';
import type { Span } from './span.ts';

/** What an article was before it was replaced: an answer from then is a quotation of this. */
export interface Edition extends DeskRef {
  /** ISO 8601: when a newer one took its place. */
  readonly replacedAt: string;
  readonly article: Article;
}

/** A quotation as it was shown: offsets into the text of whatever edition was quoted. */
export interface QuotedPlace extends Span {
  readonly paragraph: number;
  /** shortHash of the quoted text. */
  readonly hash: string;
}

/** What has become of a quotation. `quoted` is what was shown, from the edition that it was quoted from. */
export type QuotationState =
  /** It is of the text that is there now. */
  | { readonly kind: 'current'; readonly quoted: Excerpt }
  /** Its sentences stand in the text that is there now, word for word, though maybe in another paragraph. */
  | {
      readonly kind: 'stands';
      readonly quoted: Excerpt;
      readonly now: Excerpt;
      /** When the edition was replaced; ISO 8601. */
      readonly replacedAt: string;
    }
  /** The passage has changed since: the highlights of `quoted` are words that went, those of `now` words that came. */
  | {
      readonly kind: 'changed';
      readonly quoted: Excerpt;
      /** The sentences in its place; absent where nothing is. */
      readonly now?: Excerpt;
      readonly replacedAt: string;
    }
  /** No edition has these words there. */
  | { readonly kind: 'unknown' };

/** What a newer edition has changed, by numbers of paragraphs. */
export interface EditionChanges {
  /** Of the newer edition. */
  readonly added: readonly number[];
  /** Of the older one. */
  readonly removed: readonly number[];
  readonly changed: readonly ParagraphPair[];
  /** The same words at another place among the others. */
  readonly moved: readonly ParagraphPair[];
}

/** A paragraph of the older edition and what it is in the newer one. */
export interface ParagraphPair {
  readonly from: number;
  readonly to: number;
}
