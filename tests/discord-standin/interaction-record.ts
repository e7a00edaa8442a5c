import type { JsonObject } from './json.ts';

/** Discord: the first response has to come within 3 seconds, or the token dies. */
export const ACKNOWLEDGE_WITHIN_MS = 3_000;
/** Discord: an interaction's token is valid for 15 minutes. */
export const TOKEN_VALID_MS = 15 * 60_000;

export interface InteractionCallback {
  /** 4 message, 5 deferred message, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly type: number;
  readonly data: JsonObject;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

/** One interaction's life. The members that change are plain, since one place alone (rest-interactions) changes them. */
export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: 2 | 3 | 4 | 5;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly commandName: string | null;
  /** 1 slash, 2 user menu, 3 message menu; null for components and modals. */
  readonly commandType: number | null;
  /** Members of `interaction_metadata` beyond the common ones. */
  readonly metadata: JsonObject;
  /** The message that a component sits on. */
  readonly sourceMessageId: string | null;
  readonly dispatchedAt: number;
  expiresAt: number;
  /** Callback requests that arrived, the refused ones included. */
  callbackAttempts: number;
  callback: InteractionCallback | undefined;
  originalId: string | undefined;
  repliedAt: number | undefined;
  readonly followUpIds: string[];
}
