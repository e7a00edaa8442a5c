import type { Excerpt } from './reply.ts';

/** What somebody says that an article says, set beside it. */
export type QuoteCheck =
  /** It stands there word for word; its words are emphasised in whole sentences. */
  | {
      readonly kind: 'exact';
      readonly excerpt: Excerpt;
      /** Whether quotation marks, dashes and the like differ from the article's. */
      readonly marksDiffer: boolean;
    }
  /** It stands there with other words; those of the article that are changed or missing are emphasised. */
  | { readonly kind: 'altered'; readonly excerpt: Excerpt; readonly changes: readonly QuoteChange[] }
  /** Nothing in the articles comes close. */
  | { readonly kind: 'absent' }
  /** Too few words to say where they come from. */
  | { readonly kind: 'short' };

/** Words in a row that differ; empty where words were left out or put in. */
export interface QuoteChange {
  readonly claimed: string;
  readonly actual: string;
}
