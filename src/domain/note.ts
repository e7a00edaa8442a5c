import type { Span } from './span.ts';

/** A quotation that somebody saved: where it stood. Its words are the article's and are not kept. */
export interface Note extends Span {
  readonly id: string;
  /** Absent in direct messages. */
  readonly serverId?: string;
  readonly personId: string;
  readonly articleId: string;
  readonly paragraph: number;
  /** shortHash of the quoted text. */
  readonly hash: string;
  /** The person's own words. */
  readonly remark?: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** Characters of a remark. */
export const MAX_REMARK_CHARACTERS = 500;

/** Notes that one person may have in one place. */
export const MAX_NOTES = 500;
