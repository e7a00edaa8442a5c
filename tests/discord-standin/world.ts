import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { InteractionRecord } from './interaction-record.ts';
import { everyonePermissions } from './permissions.ts';
import { createSnowflakes } from './snowflake.ts';

/** A file as Discord has it: what is said of it may be wrong. */
export interface SentFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly contentType: string | undefined;
  readonly url: string;
}

interface ChannelSeed {
  readonly name: string;
  /** The bot's permissions in the channel; those of @everyone by default. */
  readonly botPermissions?: bigint;
}

export interface GuildSeed {
  readonly name: string;
  /** A plain string is a text channel with the default permissions. */
  readonly channels?: readonly (string | ChannelSeed)[];
  /** What Discord has as its language. Default en-US. */
  readonly locale?: string;
  /** Who is no member of it, by name. */
  readonly strangers?: readonly string[];
  /** False: the bot is not in the guild, it is there only through a user's own install. Default true. */
  readonly botIsMember?: boolean;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly botIsMember: boolean;
  readonly strangers: readonly string[];
  readonly ownerId: string;
  readonly botRoleId: string;
}

export interface Channel {
  readonly id: string;
  /** 0 text, 1 DM with the bot, 3 group DM that the bot is not in, 11 public thread. */
  readonly type: 0 | 1 | 3 | 11;
  readonly name: string;
  readonly guildId: string | null;
  /** A thread's channel. */
  readonly parentId: string | null;
  readonly recipientIds: readonly string[];
  readonly ownerId: string | null;
  readonly botPermissions: bigint;
}

export interface MessageRecord {
  readonly message: APIMessage;
  /** The one user who sees an ephemeral message; null when everyone does. */
  readonly ephemeralFor: string | null;
  /** How often it was edited, filling in a deferred reply included. */
  readonly edits: number;
  /** True when sending it would have notified somebody. */
  readonly pings: boolean;
}

export interface World {
  readonly nextId: () => string;
  readonly bot: User;
  readonly applicationId: string;
  readonly ownerId: string;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, MessageRecord>;
  readonly commands: Map<string, APIApplicationCommand>;
  readonly interactions: Map<string, InteractionRecord>;
  /** Emoji that the bot set under messages, in order. */
  readonly reactions: { readonly messageId: string; readonly emoji: string }[];
  /** Files that people have sent, by id. */
  readonly attachments: Map<string, SentFile>;
  readonly typing: { readonly channelId: string; readonly at: number }[];
  readonly findOrAddUser: (username: string, bot?: boolean) => User;
  readonly findOrAddDm: (userId: string) => Channel;
  /** Tells everything that waits to look again. */
  readonly changed: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

const defaultGuilds: readonly GuildSeed[] = [{ name: 'Library', channels: ['general', 'reading-room'] }];

/** All that the stand-in knows: people, places, messages, commands and interactions, in memory. */
export function createWorld(seeds: readonly GuildSeed[] = defaultGuilds): World {
  const nextId = createSnowflakes();
  const listeners = new Set<() => void>();
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();
  const addUser = (username: string, bot: boolean): User => {
    const user = { id: nextId(), username, bot };
    users.set(user.id, user);
    return user;
  };
  const bot = addUser('verbatim', true);
  const owner = addUser('owner', false);

  const world: World = {
    nextId,
    bot,
    // An application made since 2020 has the id of its bot user.
    applicationId: bot.id,
    ownerId: owner.id,
    users,
    guilds: new Map(),
    channels,
    messages: new Map(),
    commands: new Map(),
    interactions: new Map(),
    reactions: [],
    attachments: new Map(),
    typing: [],
    findOrAddUser: (username, isBot = false) =>
      [...users.values()].find((user) => user.username === username) ?? addUser(username, isBot),
    findOrAddDm: (userId) => {
      const known = [...channels.values()].find((dm) => dm.type === 1 && dm.recipientIds[0] === userId);
      if (known) return known;
      const dm: Channel = { ...blankChannel(nextId(), ''), type: 1, recipientIds: [userId] };
      channels.set(dm.id, dm);
      return dm;
    },
    changed: () => {
      for (const listener of [...listeners]) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  for (const seed of seeds) addGuild(world, seed);
  return world;
}

function addGuild(world: World, seed: GuildSeed): void {
  const guild: Guild = {
    id: world.nextId(),
    name: seed.name,
    locale: seed.locale ?? 'en-US',
    botIsMember: seed.botIsMember ?? true,
    strangers: seed.strangers ?? [],
    ownerId: world.ownerId,
    botRoleId: world.nextId(),
  };
  world.guilds.set(guild.id, guild);
  for (const entry of seed.channels ?? ['general']) {
    const channelSeed = typeof entry === 'string' ? { name: entry } : entry;
    const channel = blankChannel(world.nextId(), channelSeed.name);
    world.channels.set(channel.id, {
      ...channel,
      guildId: guild.id,
      botPermissions: channelSeed.botPermissions ?? everyonePermissions,
    });
  }
}

export function blankChannel(id: string, name: string): Channel {
  return {
    id,
    type: 0,
    name,
    guildId: null,
    parentId: null,
    recipientIds: [],
    ownerId: null,
    botPermissions: everyonePermissions,
  };
}

/** Whether the bot gets the events of a channel: its DMs, and the channels it may view in guilds it is in. */
export function botSeesChannel(world: World, channel: Channel): boolean {
  if (channel.type === 3) return false;
  if (channel.guildId === null) return true;
  const isMember = world.guilds.get(channel.guildId)?.botIsMember ?? false;
  return isMember && (botPermissionsIn(world, channel) & (1n << 10n)) !== 0n;
}

/** A thread takes its parent's permissions. */
export function botPermissionsIn(world: World, channel: Channel): bigint {
  const parent = channel.parentId === null ? undefined : world.channels.get(channel.parentId);
  return (parent ?? channel).botPermissions;
}
