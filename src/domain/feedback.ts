import type { Exchange } from './exchange.ts';

export const VOTES = ['up', 'down'] as const;
/** What a reader thinks is wrong with an answer. */
export const VOTE_REASONS = ['wrong-passage', 'not-an-answer', 'should-have-refused'] as const;
export type VoteReason = (typeof VOTE_REASONS)[number];

export interface Vote {
  /** The voter, hashed for the server: see Store.hashPerson. */
  readonly voterHash: string;
  readonly vote: (typeof VOTES)[number];
  readonly reason?: VoteReason;
  /** ISO 8601. */
  readonly at: string;
}

/** An exchange with what was thought of it. */
export interface VotedExchange {
  readonly exchange: Exchange;
  /** In the order in which they were given. */
  readonly votes: readonly Vote[];
}
