import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { DiscordAPIError, HTTPError } from 'discord.js';

/** What the bot does about an error of Discord's; the codes that are not here are `other`. */
const KINDS = new Map<unknown, KnownKind>([
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.UnknownMessage, 'gone'],
  [RESTJSONErrorCodes.UnknownWebhook, 'too-late'],
  [RESTJSONErrorCodes.UnknownInteraction, 'too-late'],
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, 'acknowledged'],
  [RESTJSONErrorCodes.MissingAccess, 'forbidden'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'forbidden'],
  [RESTJSONErrorCodes.MissingPermissions, 'forbidden'],
  [RESTJSONErrorCodes.InvalidWebhookToken, 'too-late'],
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'invalid'],
  [RESTJSONErrorCodes.ThreadLocked, 'locked'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'locked'],
  // What is replied to may not be named where the bot may not read it; it can be answered all the same.
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory, 'gone'],
]);

type KnownKind = 'gone' | 'too-late' | 'acknowledged' | 'forbidden' | 'locked' | 'invalid';

/**
 * `unanswered`: the request may or may not have been applied (connection cut, 5xx), or one endpoint alone refused the
 * token (401): it is worth another try.
 * `other`: Discord refused it for a reason that nothing can be done about here.
 */
export type FailureKind = KnownKind | 'unanswered' | 'other';

export function classifyError(error: unknown): FailureKind {
  if (error instanceof DiscordAPIError) {
    const known = KINDS.get(error.code);
    if (known) return known;
    return error.status === 401 ? 'unanswered' : error.status === 403 ? 'forbidden' : 'other';
  }
  if (error instanceof HTTPError) return error.status >= 500 ? 'unanswered' : 'other';
  return 'unanswered';
}

/** Whether the message has a thread already. */
export function isThreadThere(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
}

/** For the log: never the request's address or body, which hold interaction tokens and people's words. */
export function describeError(error: unknown): object {
  if (error instanceof DiscordAPIError)
    return { code: error.code, status: error.status, reason: error.rawError };
  if (error instanceof HTTPError) return { status: error.status };
  if (error instanceof Error)
    return { name: error.name, reason: error.message, ...('code' in error && { code: error.code }) };
  return { reason: String(error) };
}
