import type { Exchange, QuotedSpan } from './exchange.ts';

/** Where somebody wants to be told that a question can be answered now. */
export interface GapListener {
  readonly userId: string;
  readonly channelId?: string;
}

/** A question that was refused, or whose answer was marked as unhelpful. */
export interface Gap {
  /** That of its exchange, or any other that is its own. */
  readonly id: string;
  readonly serverId: string;
  readonly question: string;
  /** Of the question, by the embedder of the index; any length. */
  readonly vector: Float32Array;
  /** The asker, hashed for the server: see Store.hashPerson. */
  readonly askerHash: string;
  readonly outcome: Exchange['outcome'];
  /** What came nearest to an answer. */
  readonly nearest?: QuotedSpan;
  /** ISO 8601. */
  readonly at: string;
  /** Who wants to be told. */
  readonly tellAsker?: GapListener;
  /** When they were, ISO 8601. */
  readonly toldAt?: string;
}
