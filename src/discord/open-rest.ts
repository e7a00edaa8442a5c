import { REST } from 'discord.js';
import type { RESTOptions } from 'discord.js';
import { API_VERSION } from './discord-api.ts';

/**
 * A client of discord.js forgets its token when a single request is answered with 401, and is mute ever after. One
 * endpoint that fails in this way says nothing of the others: whether the token is refused, the login tells.
 */
class SteadyRest extends REST {
  override setToken(token: string | null): this {
    return token === null ? this : super.setToken(token);
  }
}

export interface RestSettings extends Partial<RESTOptions> {
  readonly apiBase: string;
  /** Absent for routes that carry a token of their own. */
  readonly token?: string;
}

/** A client of Discord's REST API; how often it tries again, and how fast, is the settings' to say. */
export function openRest({ apiBase, token, ...options }: RestSettings): REST {
  const rest = new SteadyRest({ ...options, api: apiBase, version: API_VERSION });
  return token === undefined ? rest : rest.setToken(token);
}
