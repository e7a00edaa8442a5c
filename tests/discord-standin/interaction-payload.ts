import type { InteractionRecord } from './interaction-record.ts';
import { TOKEN_VALID_MS } from './interaction-record.ts';
import type { JsonObject } from './json.ts';
import { everyonePermissions } from './permissions.ts';
import { appPermissions, interactionChannelPayload, memberPayload, userPayload } from './payloads.ts';
import { installOwners } from './rest-callback.ts';
import type { Channel, User, World } from './world.ts';

export interface NewInteraction {
  readonly type: InteractionRecord['type'];
  readonly user: User;
  readonly channel: Channel;
  readonly data: JsonObject;
  readonly commandName?: string;
  readonly commandType?: number;
  readonly metadata?: JsonObject;
  readonly sourceMessageId?: string | null;
  /** Members of the event beyond the common ones. */
  readonly extra?: JsonObject;
  /** Instead of the channel's own. */
  readonly appPermissions?: bigint | undefined;
  /** Of who does it, in a guild; those of everybody by default. */
  readonly memberPermissions?: bigint | undefined;
  readonly locale?: string | undefined;
}

/** Registers an interaction and makes the INTERACTION_CREATE event of it. */
export function newInteraction(
  world: World,
  input: NewInteraction,
): { record: InteractionRecord; event: JsonObject } {
  const { type, user, channel, data } = input;
  const id = world.nextId();
  const now = performance.now();
  const record: InteractionRecord = {
    id,
    // Discord's tokens have some 200 characters, and they stand in the path of every answer.
    token: Buffer.from(`interaction:${id}:${'standin'.repeat(18)}`).toString('base64url'),
    type,
    userId: user.id,
    channelId: channel.id,
    guildId: channel.guildId,
    commandName: input.commandName ?? null,
    commandType: input.commandType ?? null,
    metadata: input.metadata ?? {},
    sourceMessageId: input.sourceMessageId ?? null,
    dispatchedAt: now,
    expiresAt: now + TOKEN_VALID_MS,
    callbackAttempts: 0,
    callback: undefined,
    originalId: undefined,
    repliedAt: undefined,
    followUpIds: [],
  };
  world.interactions.set(record.token, record);
  return {
    record,
    event: { ...placeMembers(world, input), id, token: record.token, type, data, ...input.extra },
  };
}

function placeMembers(world: World, input: NewInteraction): JsonObject {
  const { user, channel, locale = 'en-US' } = input;
  const guildLocale = world.guilds.get(channel.guildId ?? '')?.locale ?? 'en-US';
  const guildMembers =
    channel.guildId === null
      ? { user: userPayload(user) }
      : {
          guild_id: channel.guildId,
          guild: { id: channel.guildId, locale: guildLocale, features: [] },
          guild_locale: guildLocale,
          member: {
            ...memberPayload(user),
            permissions: (input.memberPermissions ?? everyonePermissions).toString(),
          },
        };
  return {
    application_id: world.applicationId,
    version: 1,
    ...guildMembers,
    channel: interactionChannelPayload(world, channel),
    channel_id: channel.id,
    app_permissions: input.appPermissions?.toString() ?? appPermissions(world, channel),
    locale,
    entitlements: [],
    authorizing_integration_owners: installOwners(world, channel.guildId, user.id),
    context: contextOf(channel),
    attachment_size_limit: 10_485_760,
  };
}

/** 0 in a guild, 1 in a DM with the bot, 2 in any other private channel. */
export function contextOf(channel: Channel): 0 | 1 | 2 {
  if (channel.guildId !== null) return 0;
  return channel.type === 1 ? 1 : 2;
}
