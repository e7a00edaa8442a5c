import { DiscordAPIError, HTTPError } from 'discord.js';

/** JSON error codes of Discord that are acted upon. */
const CODES = {
  10003: 'gone',
  10008: 'gone',
  10015: 'too-late',
  10062: 'too-late',
  40060: 'acknowledged',
  50001: 'forbidden',
  50007: 'forbidden',
  50013: 'forbidden',
  50027: 'too-late',
  50035: 'invalid',
  160005: 'forbidden',
} as const;

/**
 * `unanswered`: the request may or may not have been applied (connection cut, 5xx).
 * `other`: Discord refused it for a reason that nothing can be done about here.
 */
export type FailureKind = (typeof CODES)[keyof typeof CODES] | 'unanswered' | 'other';

export function classifyError(error: unknown): FailureKind {
  if (error instanceof DiscordAPIError) {
    const kind = Object.entries(CODES).find(([code]) => Number(code) === error.code)?.[1];
    return kind ?? (error.status === 403 ? 'forbidden' : 'other');
  }
  if (error instanceof HTTPError) return error.status >= 500 ? 'unanswered' : 'other';
  return 'unanswered';
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
