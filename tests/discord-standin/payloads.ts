import type { JsonObject } from './json.ts';
import { omit } from './json.ts';
import { botOverwrite, everyonePermissions } from './permissions.ts';
import type { Channel, Guild, User, World } from './world.ts';
import { botPermissionsIn } from './world.ts';

/** When everything that exists from the start was made. */
const LONG_AGO = '2024-01-01T00:00:00.000Z';
/** Presence, members and content flags of an application below 100 guilds: the 'limited' ones of the portal. */
const MESSAGE_CONTENT_LIMITED = 1 << 19;

export function userPayload(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    discriminator: '0',
    global_name: null,
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(user.bot ? { bot: true } : {}),
  };
}

export function userById(world: World, id: string): JsonObject {
  return userPayload(world.users.get(id) ?? { id, username: `unknown-${id}`, bot: false });
}

/** What GET /users/@me answers. */
export function ownUserPayload(world: World): JsonObject {
  return { ...userPayload(world.bot), mfa_enabled: false, locale: 'en-US', email: null, verified: true };
}

/** What GET /applications/@me answers. */
export function applicationPayload(world: World, messageContent: boolean): JsonObject {
  const flags = messageContent ? MESSAGE_CONTENT_LIMITED : 0;
  const installed = [...world.guilds.values()].filter((guild) => guild.botIsMember).length;
  return {
    id: world.applicationId,
    name: 'Verbatim',
    icon: null,
    description: '',
    type: null,
    flags,
    flags_new: String(flags),
    bot: userPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { '0': {}, '1': {} },
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userById(world, world.ownerId),
    approximate_guild_count: installed,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
  };
}

export function memberPayload(user: User, roles: readonly string[] = []): JsonObject {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: LONG_AGO,
    nick: null,
    pending: false,
    premium_since: null,
    roles,
    user: userPayload(user),
    mute: false,
    deaf: false,
  };
}

function rolePayload(id: string, name: string, permissions: bigint): JsonObject {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** What GET /guilds/:id answers. @everyone is the role with the guild's own id. */
export function guildPayload(world: World, guild: Guild): JsonObject {
  const botRole = { ...rolePayload(guild.botRoleId, 'Verbatim', 0n), position: 1, managed: true };
  return {
    ...guildSettings,
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: [
      rolePayload(guild.id, '@everyone', everyonePermissions),
      { ...botRole, tags: { bot_id: world.bot.id } },
    ],
  };
}

const guildSettings: JsonObject = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  application_id: null,
  region: 'us-east',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
};

/** GUILD_CREATE: the guild with its channels, threads and the bot's own member. */
export function guildCreatePayload(world: World, guild: Guild): JsonObject {
  const inside = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  return {
    ...guildPayload(world, guild),
    joined_at: LONG_AGO,
    large: false,
    unavailable: false,
    member_count: world.users.size,
    voice_states: [],
    members: [memberPayload(world.bot, [guild.botRoleId])],
    channels: inside.filter((channel) => channel.type === 0).map((channel) => channelPayload(world, channel)),
    threads: inside.filter((channel) => channel.type === 11).map((channel) => channelPayload(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function channelPayload(world: World, channel: Channel): JsonObject {
  const common = { id: channel.id, type: channel.type, flags: 0, last_message_id: null };
  if (channel.guildId === null) {
    return { ...common, recipients: channel.recipientIds.map((id) => userById(world, id)) };
  }
  const named = { ...common, guild_id: channel.guildId, name: channel.name, rate_limit_per_user: 0 };
  if (channel.type !== 11) {
    return {
      ...named,
      parent_id: null,
      topic: null,
      position: 0,
      nsfw: false,
      permission_overwrites: [botOverwrite(world.bot.id, channel.botPermissions)],
    };
  }
  return {
    ...named,
    parent_id: channel.parentId,
    owner_id: channel.ownerId ?? world.ownerId,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      archive_timestamp: LONG_AGO,
      auto_archive_duration: 1440,
      locked: false,
      create_timestamp: LONG_AGO,
    },
  };
}

/** The partial channel that an interaction carries. */
export function interactionChannelPayload(world: World, channel: Channel): JsonObject {
  const partial = omit(channelPayload(world, channel), ['permission_overwrites']);
  return channel.guildId === null ? partial : { ...partial, permissions: everyonePermissions.toString() };
}

/** In a DM an application may do what a person may; a guild's channel has its own bits. */
export function appPermissions(world: World, channel: Channel): string {
  return botPermissionsIn(world, channel).toString();
}
