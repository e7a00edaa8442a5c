import type { Explanation } from './library.ts';
import type { AbstentionReason, Confidence } from './reply.ts';
import type { Span } from './span.ts';

/** A quotation as it was shown: where it stood, and what tells whether it still stands there. */
export interface QuotedSpan extends Span {
  readonly articleId: string;
  readonly paragraph: number;
  /** shortHash of the quoted text. */
  readonly hash: string;
  /** What was emphasised, relative to the quotation. */
  readonly highlights: readonly Span[];
}

/** What a question was answered with, without the words: those are the article's. */
export interface Exchange {
  /** The message that holds the answer. */
  readonly id: string;
  readonly channelId: string;
  /** Absent in direct messages. */
  readonly serverId?: string;
  readonly askerId: string;
  /** The message that asked; absent for commands. */
  readonly questionId?: string;
  readonly question: string;
  /** The exchange whose answer was replied to. */
  readonly follows?: string;
  /** Shown to the asker alone. */
  readonly isPrivate: boolean;
  readonly outcome: Confidence | AbstentionReason;
  readonly score: number;
  /** The shown excerpts of an answer, the nearest passages of an abstention. */
  readonly excerpts: readonly QuotedSpan[];
  readonly explanation?: Explanation;
  /** The index that was asked. */
  readonly generation: string;
  /** ISO 8601. */
  readonly askedAt: string;
}
