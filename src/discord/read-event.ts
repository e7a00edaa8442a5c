import { SnowflakeUtil } from 'discord.js';
import { MessageType } from 'discord-api-types/v10';
import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';

/** Who this bot is, as READY has it. */
export interface Self {
  readonly userId: string;
  readonly applicationId: string;
}

/** An interaction that can be answered; undefined for a malformed one. */
export function readInteraction(data: unknown, self: Self | undefined): APIInteraction | undefined {
  const filled = isRecord(data) ? { application_id: self?.applicationId, ...data } : undefined;
  return isInteraction(filled) ? filled : undefined;
}

/** A message with the fields that the bot reads, the absent ones filled in; undefined when it cannot be answered. */
export function readMessage(data: unknown): GatewayMessageCreateDispatchData | undefined {
  if (!isRecord(data)) return undefined;
  const content = typeof data['content'] === 'string' ? data['content'] : '';
  const mentions: unknown = Array.isArray(data['mentions']) ? data['mentions'] : mentionsIn(content);
  const absent = { type: MessageType.Default, mention_roles: [], mention_everyone: false };
  const filled = { ...absent, ...data, content, mentions };
  return isMessage(filled) ? filled : undefined;
}

/** A message whose text was changed. */
export interface EditedMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly author: { readonly id: string };
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly editedAt: number;
}

/** Undefined for updates that change no text, or show none: a link's preview, a pin, a text that is kept back. */
export function readEdit(data: unknown): EditedMessage | undefined {
  if (!isRecord(data) || !isMessage(data) || data.content === '') return undefined;
  const editedAt = Date.parse(data.edited_timestamp ?? '');
  const { id, channel_id, author, content } = data;
  if (typeof content !== 'string' || Number.isNaN(editedAt) || !/^\d+$/u.test(id)) return undefined;
  return { id, channel_id, author, content, editedAt };
}

export interface DeletedMessages {
  readonly channelId: string;
  readonly ids: readonly string[];
}

/** One deleted message, or many at once. */
export function readDeletion(data: unknown): DeletedMessages | undefined {
  if (!isRecord(data) || typeof data['channel_id'] !== 'string') return undefined;
  const listed: readonly unknown[] = Array.isArray(data['ids']) ? data['ids'] : [data['id']];
  const ids = listed.filter((id) => typeof id === 'string');
  return ids.length === 0 ? undefined : { channelId: data['channel_id'], ids };
}

/** When a message was sent, by its id; milliseconds since 1970. */
export function timeOf(id: string): number {
  return SnowflakeUtil.timestampFrom(id);
}

export function readSelf(data: unknown): Self | undefined {
  if (!isRecord(data)) return undefined;
  const userId = idOf(data['user']);
  return userId === undefined ? undefined : { userId, applicationId: idOf(data['application']) ?? userId };
}

/** What is said, without who it is said to: Discord writes people and roles as numbers. */
export function withoutMentions(content: string): string {
  return content.replaceAll(/<@[!&]?\d+>/gu, ' ').trim();
}

function mentionsIn(content: string): readonly { readonly id: string }[] {
  return [...content.matchAll(/<@!?(\d+)>/gu)].map((match) => ({ id: match[1] ?? '' }));
}

function isInteraction(data: unknown): data is APIInteraction {
  return (
    isRecord(data) &&
    typeof data['id'] === 'string' &&
    typeof data['token'] === 'string' &&
    typeof data['application_id'] === 'string' &&
    typeof data['type'] === 'number'
  );
}

function isMessage(data: unknown): data is GatewayMessageCreateDispatchData {
  return (
    isRecord(data) &&
    typeof data['id'] === 'string' &&
    typeof data['channel_id'] === 'string' &&
    idOf(data['author']) !== undefined
  );
}

/** The id of what Discord sent, when it has one. */
export function idOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value['id'] === 'string' ? value['id'] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
