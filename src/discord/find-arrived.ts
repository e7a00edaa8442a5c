import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';

/** What tells a message of ours from every other in its channel. */
export interface Identity {
  /** Up to 25 characters that no other message there has. */
  readonly nonce: string;
  /** Of a button on it, which no message but answers has that came after that one: Discord does not promise to give a nonce back. */
  readonly button?: { readonly customId: string; readonly after: string };
}

interface Wanted {
  readonly rest: REST;
  readonly selfId: () => string | undefined;
  readonly channelId: string;
  /** The message that is answered. */
  readonly replyTo?: string;
  readonly identity: Identity;
}

/** The message of ours that stands there already: its sending worked, but not the word that it did. */
export async function findArrived({
  rest,
  selfId,
  channelId,
  replyTo,
  identity: { nonce, button },
}: Wanted): Promise<string | undefined> {
  const later = await fetchLater(rest, channelId, replyTo);
  return later.find(
    ({ id, author, message_reference: reference, nonce: sent, components, webhook_id: webhook }) =>
      author?.id === selfId() &&
      (sent === nonce ||
        (replyTo !== undefined && reference?.message_id === replyTo) ||
        // An answer may quote the same with the same button.
        (button !== undefined &&
          reference === undefined &&
          webhook === undefined &&
          isLater(id, button.after) &&
          hasButton(components, button.customId))),
  )?.id;
}

/** What was said after a message, or last, as far as it can be read; at most 50 of it. */
export async function fetchLater(
  rest: REST,
  channelId: string,
  messageId: string | undefined,
): Promise<readonly Partial<APIMessage>[]> {
  try {
    const query = new URLSearchParams({ ...(messageId !== undefined && { after: messageId }), limit: '50' });
    const later: unknown = await rest.get(Routes.channelMessages(channelId), { query });
    // The route's documented response.
    return Array.isArray(later) ? (later as readonly Partial<APIMessage>[]) : [];
  } catch {
    return [];
  }
}

function hasButton(components: APIMessage['components'], customId: string): boolean {
  return JSON.stringify(components ?? []).includes(JSON.stringify(customId));
}

/** Ids grow. */
function isLater(id: string | undefined, other: string): boolean {
  if (id === undefined) return false;
  return id.length === other.length ? id > other : id.length > other.length;
}
