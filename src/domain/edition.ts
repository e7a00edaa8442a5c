import type { Article } from './article.ts';
import type { DeskRef } from './desk.ts';

/** What an article was before it was replaced: an answer from then is a quotation of this. */
export interface Edition extends DeskRef {
  /** ISO 8601: when a newer one took its place. */
  readonly replacedAt: string;
  readonly article: Article;
}
