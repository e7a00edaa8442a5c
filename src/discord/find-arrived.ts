import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';

/** Discord does not promise to give a nonce back. */
export interface Mark {
  /** Of a button on the message, which no other message has that came after that one. */
  readonly customId: string;
  readonly after?: string | undefined;
}

interface Wanted {
  readonly rest: REST;
  readonly selfId: () => string | undefined;
  readonly channelId: string;
  /** The message that is answered. */
  readonly replyTo?: string;
  readonly nonce: string;
}

/** The message of ours that stands there already: its sending worked, but not the word that it did. */
export async function findArrived(
  { rest, selfId, channelId, replyTo, nonce }: Wanted,
  mark?: Mark,
): Promise<string | undefined> {
  const later = await fetchLater(rest, channelId, replyTo);
  return later.find(
    ({ id, author, message_reference: reference, nonce: sent, components }) =>
      author?.id === selfId() &&
      (sent === nonce ||
        (replyTo !== undefined && reference?.message_id === replyTo) ||
        (mark !== undefined && isLater(id, mark.after) && hasButton(components, mark.customId))),
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
function isLater(id = '', other = ''): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}
