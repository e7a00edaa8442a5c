import type { RestReply } from './api-error.ts';
import { apiError, invalidForm } from './api-error.ts';
import { checkMessage, Flag } from './extra-rules.ts';
import type { JsonObject } from './json.ts';
import { numberOf, objectOf, objectsIn, omit, stringOf } from './json.ts';
import { allows, Permission } from './permissions.ts';
import { channelPayload } from './payloads.ts';
import type { RestContext, RestRequest, Route } from './route.ts';
import { noContent, ok, route } from './route.ts';
import { checkSchema } from './validate-request.ts';
import type { Channel, MessageRecord, World } from './world.ts';
import { botPermissionsIn, botSeesChannel } from './world.ts';

/** Channels, their messages and typing. */
export function channelRoutes(context: RestContext): readonly Route[] {
  const { world, store, schemas } = context;
  const answers = 'MessageResponseSchema';
  return [
    route('GET /channels/:channel', {
      answers: channelSchema,
      handle: inChannel(world, [], (_request, channel) => ok(channelPayload(world, channel))),
    }),
    route('POST /channels/:channel/typing', {
      handle: inChannel(world, ['send'], (_request, channel) => {
        world.typing.push({ channelId: channel.id, at: Date.now() });
        world.changed();
        return noContent;
      }),
    }),
    route('PUT /channels/:channel/messages/:message/reactions/:emoji/@me', {
      handle: inChannel(world, ['history'], (request, channel) => {
        const record = messageIn(world, channel, request.part('message'));
        if (!record) return apiError(10008);
        if (!allows(botPermissionsIn(world, channel), Permission.addReactions)) return apiError(50013);
        world.reactions.push({ messageId: record.message.id, emoji: request.part('emoji') });
        world.changed();
        return noContent;
      }),
    }),
    route('GET /channels/:channel/messages', {
      answers,
      handle: inChannel(world, ['history'], (request, channel) =>
        ok(listMessages(world, channel, request.query)),
      ),
    }),
    route('POST /channels/:channel/messages', {
      answers,
      check: (request) => [
        ...checkSchema(schemas, 'MessageCreateRequestSchema', request.body ?? {}),
        ...checkMessage({
          body: objectOf(request.body),
          edit: false,
          flags: Flag.suppressEmbeds | Flag.silent | Flag.componentsV2,
          files: request.files.length,
        }),
      ],
      handle: inChannel(world, ['send'], (request, channel) => postMessage(context, request, channel)),
    }),
    route('GET /channels/:channel/messages/:message', {
      answers,
      handle: inChannel(world, ['history'], (request, channel) => {
        const record = messageIn(world, channel, request.part('message'));
        return record ? ok(record.message) : apiError(10008);
      }),
    }),
    route('PATCH /channels/:channel/messages/:message', {
      answers,
      check: (request) => [
        ...checkSchema(schemas, 'MessageEditRequestPartialSchema', request.body ?? {}),
        ...checkMessage({
          body: objectOf(request.body),
          edit: true,
          existing: objectOf(world.messages.get(request.part('message'))?.message),
          flags: Flag.suppressEmbeds | Flag.componentsV2,
          files: request.files.length,
        }),
      ],
      handle: inChannel(world, [], (request, channel) => {
        const record = messageIn(world, channel, request.part('message'));
        if (!record) return apiError(10008);
        if (record.message.author.id !== world.bot.id) return apiError(50005);
        return ok(store.edit(record.message.id, objectOf(request.body), request.files).message);
      }),
    }),
    route('DELETE /channels/:channel/messages/:message', {
      handle: inChannel(world, [], (request, channel) => {
        const record = messageIn(world, channel, request.part('message'));
        if (!record) return apiError(10008);
        const own = record.message.author.id === world.bot.id;
        if (!own && !allows(botPermissionsIn(world, channel), Permission.manageMessages))
          return apiError(50013);
        store.remove(record.message.id);
        return noContent;
      }),
    }),
  ];
}

/** DMs, threads and the channels of a guild have schemas of their own. */
function channelSchema(channel: JsonObject): string {
  if (channel['type'] === 1) return 'PrivateChannelResponseSchema';
  return channel['type'] === 11 ? 'ThreadResponseSchema' : 'GuildChannelResponseSchema';
}

type Need = 'send' | 'history';

/** Runs the handler when the channel exists and the bot may do what the route needs. */
export function inChannel(
  world: World,
  needs: readonly Need[],
  handle: (request: RestRequest, channel: Channel) => RestReply,
): Route['handle'] {
  return (request) => {
    const channel = world.channels.get(request.part('channel'));
    if (!channel) return apiError(10003);
    if (!botSeesChannel(world, channel)) return apiError(50001);
    const permissions = botPermissionsIn(world, channel);
    const sendBit = channel.type === 11 ? Permission.sendMessagesInThreads : Permission.sendMessages;
    if (needs.includes('send') && !allows(permissions, sendBit)) return apiError(50013);
    // Discord answers 50001 for reading messages without READ_MESSAGE_HISTORY.
    if (needs.includes('history') && !allows(permissions, Permission.readMessageHistory))
      return apiError(50001);
    return handle(request, channel);
  };
}

function messageIn(world: World, channel: Channel, id: string): MessageRecord | undefined {
  const record = world.messages.get(id);
  return record?.message.channel_id === channel.id && record.ephemeralFor === null ? record : undefined;
}

/** Newest first, at most `limit` (50 by default). */
function listMessages(world: World, channel: Channel, query: URLSearchParams): readonly unknown[] {
  const before = BigInt(query.get('before') ?? '9223372036854775807');
  return [...world.messages.values()]
    .filter((record) => messageIn(world, channel, record.message.id) && BigInt(record.message.id) < before)
    .map((record) => record.message)
    .reverse()
    .slice(0, Number(query.get('limit') ?? '50'));
}

function postMessage(
  { world, store, enforcesNonce }: RestContext,
  request: RestRequest,
  channel: Channel,
): RestReply {
  const body = objectOf(request.body);
  const permissions = botPermissionsIn(world, channel);
  if (objectsIn(body['embeds']).length > 0 && !allows(permissions, Permission.embedLinks))
    return apiError(50013);
  if (request.files.length > 0 && !allows(permissions, Permission.attachFiles)) return apiError(50013);
  const reference = objectOf(body['message_reference']);
  const targetId = stringOf(reference['message_id']);
  const target = targetId === undefined ? undefined : messageIn(world, channel, targetId);
  if (targetId !== undefined && !allows(permissions, Permission.readMessageHistory)) return apiError(160002);
  if (targetId !== undefined && !target && reference['fail_if_not_exists'] !== false) {
    return invalidForm([{ path: 'message_reference', message: 'Unknown message' }]);
  }
  const nonce = enforcesNonce ? enforcedNonce(body) : undefined;
  const sent = nonce === undefined ? undefined : recentlySent(world, nonce);
  if (sent) return ok(sent.message);
  const record = store.create({
    channel,
    authorId: world.bot.id,
    body,
    files: request.files,
    extra: { ...(target ? replyMembers(target, channel) : {}), ...(nonce === undefined ? {} : { nonce }) },
    replyMention: target?.message.author.id ?? null,
  });
  return ok(record.message);
}

function enforcedNonce(body: JsonObject): string | undefined {
  const nonce = stringOf(body['nonce']) ?? numberOf(body['nonce'])?.toString();
  return body['enforce_nonce'] === true ? nonce : undefined;
}

/**
 * Discord, 'Create Message': a nonce that is enforced is checked for uniqueness in the past few minutes; when the same
 * author has made a message with it, that one is returned and no new one is made.
 */
function recentlySent(world: World, nonce: string): MessageRecord | undefined {
  return [...world.messages.values()].find(
    ({ message }) => message.author.id === world.bot.id && message.nonce === nonce,
  );
}

/** What makes a message a reply (type 19) to another one. */
export function replyMembers(target: MessageRecord, channel: Channel): JsonObject {
  // Discord nests only once.
  const referenced = omit(objectOf(target.message), ['referenced_message']);
  const guild = channel.guildId === null ? {} : { guild_id: channel.guildId };
  return {
    type: 19,
    message_reference: { type: 0, channel_id: channel.id, message_id: target.message.id, ...guild },
    referenced_message: referenced,
  };
}
