import type { RestReply } from './api-error.ts';
import { apiError } from './api-error.ts';
import { checkCallback } from './callback-rules.ts';
import { Flag } from './extra-rules.ts';
import type { InteractionRecord } from './interaction-record.ts';
import { ACKNOWLEDGE_WITHIN_MS } from './interaction-record.ts';
import type { JsonObject } from './json.ts';
import { numberOf, objectOf } from './json.ts';
import type { MessageStore } from './message-store.ts';
import { userById } from './payloads.ts';
import { replyMembers } from './rest-channels.ts';
import type { UploadedFile } from './request-body.ts';
import type { RestContext, RestRequest, Route } from './route.ts';
import { noContent, ok, route } from './route.ts';
import type { World } from './world.ts';

/** POST /interactions/:id/:token/callback, the first answer to an interaction. */
export function callbackRoutes(context: RestContext): readonly Route[] {
  const { world, schemas, store } = context;
  return [
    route('POST /interactions/:id/:token/callback', {
      needsBotToken: false,
      answers: 'InteractionCallbackResponseSchema',
      check: (request) => {
        const interaction = world.interactions.get(request.part('token'));
        const source = world.messages.get(interaction?.sourceMessageId ?? '')?.message;
        const body = objectOf(request.body);
        return checkCallback(schemas, {
          body,
          files: request.files.length,
          interaction,
          source: source && objectOf(source),
        });
      },
      handle: (request) => {
        const interaction = world.interactions.get(request.part('token'));
        if (interaction?.id !== request.part('id')) return apiError(10062);
        interaction.callbackAttempts += 1;
        if (interaction.callback) return apiError(40060);
        if (performance.now() - interaction.dispatchedAt > ACKNOWLEDGE_WITHIN_MS) return apiError(10062);
        applyCallback(world, store, interaction, request);
        world.changed();
        return request.query.get('with_response') === 'true'
          ? ok(callbackResponse(world, interaction))
          : noContent;
      },
    }),
  ];
}

function applyCallback(
  world: World,
  store: MessageStore,
  interaction: InteractionRecord,
  request: RestRequest,
): void {
  const body = objectOf(request.body);
  const type = numberOf(body['type']) ?? 0;
  const data = objectOf(body['data']);
  const at = performance.now();
  interaction.callback = { type, data, at };
  // A deferred message (5) and a deferred update (6) are answered by what follows.
  if (type !== 5 && type !== 6) interaction.repliedAt = at;
  if (type === 4 || type === 5) {
    const flags = (numberOf(data['flags']) ?? 0) | (type === 5 ? Flag.loading : 0);
    interaction.originalId = respond(world, store, {
      interaction,
      body: { ...data, flags },
      files: request.files,
    });
  } else if (type === 6 || type === 7) {
    interaction.originalId = interaction.sourceMessageId ?? undefined;
    if (type === 7 && interaction.sourceMessageId !== null) {
      store.edit(interaction.sourceMessageId, data, request.files);
    }
  }
}

export interface Response {
  readonly interaction: InteractionRecord;
  readonly body: JsonObject;
  readonly files: readonly UploadedFile[];
  /** The message that a follow-up or a component's answer is shown as a reply to. */
  readonly replyTo?: string | null;
}

/** Posts a message in an interaction's name; gives its id. */
export function respond(world: World, store: MessageStore, response: Response): string {
  const { interaction, body, files, replyTo = interaction.sourceMessageId } = response;
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw new Error(`The stand-in has no channel ${interaction.channelId}.`);
  const target = replyTo === null ? undefined : world.messages.get(replyTo);
  const ephemeral = ((numberOf(body['flags']) ?? 0) & Flag.ephemeral) !== 0;
  const record = store.create({
    channel,
    authorId: world.bot.id,
    body,
    files,
    extra: {
      // 20: answer to a slash command; 23: to a menu.
      type: interaction.commandType === null ? 0 : interaction.commandType === 1 ? 20 : 23,
      webhook_id: world.applicationId,
      application_id: world.applicationId,
      interaction_metadata: interactionMetadata(world, interaction),
      ...(target ? replyMembers(target, channel) : {}),
    },
    ephemeralFor: ephemeral ? interaction.userId : null,
  });
  return record.message.id;
}

/** Who asked, and where the application was installed: 0 in the guild, 1 with the user. */
export function installOwners(world: World, guildId: string | null, userId: string): JsonObject {
  if (guildId === null) return { '1': userId };
  return world.guilds.get(guildId)?.botIsMember ? { '0': guildId } : { '1': userId };
}

function interactionMetadata(world: World, interaction: InteractionRecord): JsonObject {
  return {
    id: interaction.id,
    type: interaction.type,
    user: userById(world, interaction.userId),
    authorizing_integration_owners: installOwners(world, interaction.guildId, interaction.userId),
    ...interaction.metadata,
  };
}

/** The answer to `with_response=true`. */
function callbackResponse(world: World, interaction: InteractionRecord): RestReply['body'] {
  const { callback, originalId } = interaction;
  const message = originalId === undefined ? undefined : world.messages.get(originalId)?.message;
  const flags = message?.flags ?? 0;
  const about = message
    ? {
        response_message_id: message.id,
        response_message_loading: (flags & Flag.loading) !== 0,
        response_message_ephemeral: (flags & Flag.ephemeral) !== 0,
      }
    : {};
  const shown = message && callback?.type !== 6;
  return {
    interaction: { id: interaction.id, type: interaction.type, channel_id: interaction.channelId, ...about },
    ...(shown ? { resource: { type: callback?.type === 7 ? 7 : 4, message } } : {}),
  };
}
