import type { APIMessage } from 'discord-api-types/v10';
import type { UploadedFile } from './request-body.ts';
import { Flag } from './extra-rules.ts';
import type { Gateway } from './gateway.ts';
import type { JsonObject } from './json.ts';
import { isObject, numberOf, objectOf, omit, stringOf } from './json.ts';
import { normalizeComponents, normalizeEmbeds } from './message-components.ts';
import { memberPayload, userById } from './payloads.ts';
import type { Channel, MessageRecord, World } from './world.ts';
import { botSeesChannel } from './world.ts';

interface NewMessage {
  readonly channel: Channel;
  readonly authorId: string;
  readonly body: JsonObject;
  readonly files?: readonly UploadedFile[];
  /** Members that come from the circumstances: interaction_metadata, webhook_id, a reference, a type. */
  readonly extra?: JsonObject;
  readonly ephemeralFor?: string | null;
  /** Put at the front of the list of mentioned users: the author of the message replied to. */
  readonly replyMention?: string | null;
}

export interface MessageStore {
  readonly create: (message: NewMessage) => MessageRecord;
  readonly edit: (id: string, body: JsonObject, files: readonly UploadedFile[]) => MessageRecord;
  readonly remove: (id: string) => void;
  /** MESSAGE_CREATE once more for a message that the bot has already been told about. */
  readonly announceAgain: (id: string) => void;
}

export function createMessageStore(world: World, gateway: Gateway): MessageStore {
  const announce = (event: string, record: MessageRecord): void => {
    const { message, ephemeralFor } = record;
    const channel = world.channels.get(message.channel_id);
    if (!channel || ephemeralFor !== null || !botSeesChannel(world, channel)) return;
    gateway.dispatchMessage(event, eventPayload(world, channel, message));
  };
  const put = (record: MessageRecord, event: string): MessageRecord => {
    world.messages.set(record.message.id, record);
    announce(event, record);
    world.changed();
    return record;
  };
  return {
    create: (input) => {
      const { mentions, everyone } = mentionsOf(world, input.body, input.replyMention ?? null);
      const message = { ...newMessage(world, input), mentions, mention_everyone: everyone };
      const record = {
        // Built to the shape of MessageResponse, which start-standin's audit checks.
        message: message as unknown as APIMessage,
        ephemeralFor: input.ephemeralFor ?? null,
        edits: 0,
        pings: mentions.length > 0 || everyone,
      };
      return put(record, 'MESSAGE_CREATE');
    },
    edit: (id, body, files) => {
      const record = world.messages.get(id);
      if (!record) throw new Error(`The stand-in has no message ${id} to edit.`);
      const message = editedMessage(record.message, body, files) as unknown as APIMessage;
      return put({ ...record, message, edits: record.edits + 1 }, 'MESSAGE_UPDATE');
    },
    remove: (id) => {
      const record = world.messages.get(id);
      if (!record) return;
      world.messages.delete(id);
      const channel = world.channels.get(record.message.channel_id);
      if (channel && record.ephemeralFor === null && botSeesChannel(world, channel)) {
        const guild = channel.guildId === null ? {} : { guild_id: channel.guildId };
        gateway.dispatch('MESSAGE_DELETE', { id, channel_id: channel.id, ...guild });
      }
      world.changed();
    },
    announceAgain: (id) => {
      const record = world.messages.get(id);
      if (record) announce('MESSAGE_CREATE', record);
    },
  };
}

function newMessage(world: World, input: NewMessage): JsonObject {
  const { body, channel, extra = {} } = input;
  return {
    type: 0,
    id: world.nextId(),
    channel_id: channel.id,
    author: userById(world, input.authorId),
    content: stringOf(body['content']) ?? '',
    mention_roles: [...(stringOf(body['content']) ?? '').matchAll(/<@&(\d+)>/gu)].map((match) => match[1]),
    attachments: (input.files ?? []).map((file) => attachmentOf(world, file)),
    embeds: normalizeEmbeds(body['embeds']),
    components: normalizeComponents(body['components']),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    flags: numberOf(body['flags']) ?? 0,
    pinned: false,
    tts: false,
    ...extra,
  };
}

function editedMessage(message: APIMessage, body: JsonObject, files: readonly UploadedFile[]): JsonObject {
  const flags = (message.flags ?? 0) & ~Flag.loading;
  const kept = flags & (Flag.ephemeral | Flag.componentsV2);
  const uploaded = files.map((file, index) => attachmentOf({ nextId: () => `${message.id}${index}` }, file));
  return {
    ...message,
    ...(body['content'] === undefined ? {} : { content: stringOf(body['content']) ?? '' }),
    ...(body['embeds'] === undefined ? {} : { embeds: normalizeEmbeds(body['embeds']) }),
    ...(body['components'] === undefined ? {} : { components: normalizeComponents(body['components']) }),
    ...(files.length === 0 ? {} : { attachments: uploaded }),
    flags: body['flags'] === undefined ? flags : kept | (numberOf(body['flags']) ?? 0),
    // Filling in a deferred reply does not mark it as edited.
    edited_timestamp: (message.flags ?? 0) & Flag.loading ? null : new Date().toISOString(),
  };
}

function attachmentOf(world: Pick<World, 'nextId'>, file: UploadedFile): JsonObject {
  const id = world.nextId();
  const url = `https://cdn.discordapp.com/attachments/${id}/${file.name}`;
  return { id, filename: file.name, size: file.size, url, proxy_url: url, content_type: file.type };
}

/** Whom a message notifies. Without `allowed_mentions` Discord takes every mention in the text. */
function mentionsOf(
  world: World,
  body: JsonObject,
  replyTo: string | null,
): { mentions: JsonObject[]; everyone: boolean } {
  const given = body['allowed_mentions'];
  const allowed = isObject(given) ? given : { parse: ['users', 'roles', 'everyone'], replied_user: true };
  const parse = Array.isArray(allowed['parse']) ? allowed['parse'] : [];
  const named = Array.isArray(allowed['users']) ? allowed['users'] : [];
  const content = stringOf(body['content']) ?? '';
  const inText = [...content.matchAll(/<@!?(\d+)>/gu)].map((match) => match[1] ?? '');
  const users = inText.filter((id) => world.users.has(id) && (parse.includes('users') || named.includes(id)));
  const replied = replyTo !== null && allowed['replied_user'] === true ? [replyTo] : [];
  return {
    mentions: [...new Set([...replied, ...users])].map((id) => userById(world, id)),
    everyone: /@(everyone|here)/u.test(content) && parse.includes('everyone'),
  };
}

/** MESSAGE_CREATE and MESSAGE_UPDATE carry the guild, and the author's member without its user. */
function eventPayload(world: World, channel: Channel, message: APIMessage): JsonObject {
  const payload = objectOf(message);
  if (channel.guildId === null) return { ...payload, channel_type: channel.type };
  const author = world.users.get(message.author.id);
  const event = { ...payload, guild_id: channel.guildId, channel_type: channel.type };
  if (!author || message.webhook_id !== undefined) return event;
  return { ...event, member: omit(memberPayload(author), ['user']) };
}

/** A message as an application without the Message Content intent gets it. */
function withoutContent(message: JsonObject): JsonObject {
  return { ...omit(message, ['poll']), content: '', embeds: [], attachments: [], components: [] };
}

/** Discord: DMs, the bot's own messages and messages that mention the bot come with their content in any case. */
export function hideContent(world: World, message: JsonObject): JsonObject {
  const own = (part: JsonObject): boolean => objectOf(part['author'])['id'] === world.bot.id;
  const mentioned = (part: JsonObject): boolean =>
    Array.isArray(part['mentions']) &&
    part['mentions'].some((user: unknown) => objectOf(user)['id'] === world.bot.id);
  const visible = (part: JsonObject): boolean => own(part) || mentioned(part);
  if (message['guild_id'] === undefined) return message;
  const shown = visible(message) ? message : withoutContent(message);
  const referenced = shown['referenced_message'];
  if (!isObject(referenced) || visible(referenced)) return shown;
  return { ...shown, referenced_message: withoutContent(referenced) };
}
