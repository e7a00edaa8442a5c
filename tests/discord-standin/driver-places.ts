import type { Gateway } from './gateway.ts';
import { channelPayload, guildCreatePayload } from './payloads.ts';
import { addThread } from './rest-threads.ts';
import type { Channel, Guild, User, World } from './world.ts';
import { blankChannel } from './world.ts';

/** A channel by its name or as it was given by the driver. */
export type ChannelLike = string | Pick<Channel, 'id'>;

export interface PlaceDriver {
  /** The user of that name, made when there is none. */
  readonly user: (name: string, options?: { readonly bot?: boolean }) => User;
  /** The guild of that name; without a name the first one. */
  readonly guild: (name?: string) => Guild;
  /** A channel or thread by name; without one the first guild's first channel. */
  readonly channel: (channel?: ChannelLike) => Channel;
  /** The DM of a user with the bot. */
  readonly dmChannel: (user: User) => Channel;
  /** A group DM that the bot is not in, where only a user-installed command can be used. */
  readonly privateChannel: (...users: readonly User[]) => Channel;
  readonly thread: (options: {
    readonly channel?: ChannelLike;
    readonly name: string;
    readonly owner?: User;
  }) => Channel;
  /** The bot is removed from a guild (GUILD_DELETE), or added to one (GUILD_CREATE). */
  readonly setBotMembership: (guild: Guild, isMember: boolean) => void;
  /** Changes what the bot may do in a channel, and tells it (CHANNEL_UPDATE). */
  readonly setBotPermissions: (channel: ChannelLike, permissions: bigint) => void;
}

export function createPlaceDriver(world: World, gateway: Gateway): PlaceDriver {
  const channel = (wanted?: ChannelLike): Channel => {
    const all = [...world.channels.values()];
    const found = all.find((one) => {
      if (wanted === undefined) return one.type === 0;
      return typeof wanted === 'string' ? one.name === wanted : one.id === wanted.id;
    });
    if (!found)
      throw new Error(`The stand-in has no channel '${JSON.stringify(wanted)}'; name it in \`guilds\`.`);
    return found;
  };
  return {
    user: (name, options) => world.findOrAddUser(name, options?.bot ?? false),
    guild: (name) => {
      const found = [...world.guilds.values()].find((guild) => name === undefined || guild.name === name);
      if (!found) throw new Error(`The stand-in has no guild '${name ?? ''}'; name it in \`guilds\`.`);
      return found;
    },
    channel,
    dmChannel: (user) => world.findOrAddDm(user.id),
    privateChannel: (...users) => {
      const id = world.nextId();
      const group: Channel = { ...blankChannel(id, ''), type: 3, recipientIds: users.map((user) => user.id) };
      world.channels.set(id, group);
      return group;
    },
    thread: ({ channel: parent, name, owner }) => {
      const thread = addThread(world, channel(parent), {
        id: world.nextId(),
        name,
        ownerId: owner?.id ?? world.ownerId,
      });
      gateway.dispatch('THREAD_CREATE', { ...channelPayload(world, thread), newly_created: true });
      return thread;
    },
    setBotMembership: ({ id }, botIsMember) => {
      const guild = world.guilds.get(id);
      if (!guild) throw new Error(`The stand-in has no guild ${id}.`);
      const changed = { ...guild, botIsMember };
      world.guilds.set(id, changed);
      if (botIsMember) gateway.dispatch('GUILD_CREATE', guildCreatePayload(world, changed));
      else gateway.dispatch('GUILD_DELETE', { id });
    },
    setBotPermissions: (wanted, botPermissions) => {
      const changed = { ...channel(wanted), botPermissions };
      world.channels.set(changed.id, changed);
      if (changed.type === 0) gateway.dispatch('CHANNEL_UPDATE', channelPayload(world, changed));
    },
  };
}
