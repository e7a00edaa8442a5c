import type { Exchange } from '../exchange.ts';

/** Whose exchanges: every row belongs to a person and, outside direct messages, to a server. */
export type ExchangeOwner = { readonly askerId: string } | { readonly serverId: string };

/** What was asked and answered. Every method rejects when the store cannot be used just now. */
export interface ExchangeStore {
  /** Writes it whole or not at all, in place of one with the same id. Kept once this resolves. */
  save(exchange: Exchange): Promise<void>;
  find(id: string): Promise<Exchange | undefined>;
  /** The exchange that the message with this id began. */
  findByQuestion(questionId: string): Promise<Exchange | undefined>;
  /** Takes the right to share it: true for the first who asks, false for everyone after and when it is gone. */
  claimShare(id: string): Promise<boolean>;
  /** Gives that right back, because sharing failed. */
  releaseShare(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** All that somebody asked, the oldest first. */
  listOf(askerId: string): Promise<readonly Exchange[]>;
  /** Servers in which anything was asked, in order. */
  servers(): Promise<readonly string[]>;
  /** @returns how many were removed */
  removeOf(owner: ExchangeOwner): Promise<number>;
  /** Those asked before that moment (ISO 8601). @returns how many were removed */
  removeBefore(moment: string): Promise<number>;
}
