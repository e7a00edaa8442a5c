import { API_VERSION, DISCORD_API } from './discord-api.ts';

/** Milliseconds for one answer. */
const TIMEOUT = 10_000;

/** What came back: the HTTP status, or why nothing did. */
export type ProbeAnswer = { readonly status: number; readonly name?: string } | { readonly failure: string };

/** Two plain requests that tell whether Discord and the token work, without connecting. */
export interface DiscordProbe {
  /** Whether the API answers at all. */
  gateway(): Promise<ProbeAnswer>;
  /** Whether the token is accepted; `name` is the bot's. */
  me(token: string): Promise<ProbeAnswer>;
}

/** @param apiBase without a version, such as `http://127.0.0.1:3950/api`; undefined for Discord's own */
export function openDiscordProbe(apiBase: string | undefined): DiscordProbe {
  const base = `${apiBase ?? DISCORD_API}/v${API_VERSION}`;
  const get = async (path: string, headers: Readonly<Record<string, string>>): Promise<ProbeAnswer> => {
    try {
      const response = await fetch(`${base}${path}`, {
        headers,
        signal: AbortSignal.timeout(TIMEOUT),
        redirect: 'error',
      });
      const body: unknown = await response.json().catch(() => undefined);
      const name =
        typeof body === 'object' && body !== null && 'username' in body && typeof body.username === 'string'
          ? body.username
          : undefined;
      return { status: response.status, ...(name === undefined ? {} : { name }) };
    } catch (error) {
      return { failure: reasonOf(error) };
    }
  };
  return {
    gateway: () => get('/gateway', {}),
    me: (token) => get('/users/@me', { authorization: `Bot ${token}` }),
  };
}

/** Never the request itself: its header holds the token. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof Error && error.name === 'TimeoutError'
    ? `no answer within ${TIMEOUT / 1000} s`
    : 'the connection failed';
}
