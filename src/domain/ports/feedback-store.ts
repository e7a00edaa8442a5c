import type { Vote, VotedExchange } from '../feedback.ts';

/** Whose votes: a voter's, those on the answers to an asker, a server's, or those on one exchange. */
export type VoteOwner =
  | { readonly voterHash: string }
  | { readonly askerId: string }
  | { readonly serverId: string }
  | { readonly exchangeId: string };

/** A vote with what it is about. */
export interface GivenVote {
  readonly exchangeId: string;
  readonly vote: Vote;
}

/** What people think of answers. A vote goes with its exchange. Every method rejects when the store cannot be used. */
export interface FeedbackStore {
  /** One vote a person and exchange: a later one replaces it. @returns false when the exchange is not there any more */
  vote(exchangeId: string, vote: Vote): Promise<boolean>;
  /** Takes it back. */
  withdraw(exchangeId: string, voterHash: string): Promise<void>;
  /** In the order in which they were given. */
  of(exchangeId: string): Promise<readonly Vote[]>;
  /** All that one voter has given, in order. */
  givenBy(voterHash: string): Promise<readonly GivenVote[]>;
  /** Exchanges with votes since that moment (ISO 8601), of one server or of all, the oldest exchange first. */
  votes(query: { readonly serverId?: string; readonly since: string }): Promise<readonly VotedExchange[]>;
  /** @returns how many were removed */
  removeOf(owner: VoteOwner): Promise<number>;
}
