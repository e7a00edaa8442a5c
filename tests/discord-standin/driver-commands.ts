import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { GivenOptions, OptionValue } from './command-options.ts';
import { commandOptions } from './command-options.ts';
import type { ChannelLike, PlaceDriver } from './driver-places.ts';
import type { Gateway } from './gateway.ts';
import type { Choice, InteractionHandle } from './interaction-handle.ts';
import { createHandle } from './interaction-handle.ts';
import type { NewInteraction } from './interaction-payload.ts';
import { contextOf, newInteraction } from './interaction-payload.ts';
import type { JsonObject } from './json.ts';
import { objectOf, objectsIn, stringOf } from './json.ts';
import { userPayload } from './payloads.ts';
import { commandsIn } from './rest-commands.ts';
import type { WaitOptions } from './wait.ts';
import type { Channel, User, World } from './world.ts';

interface Place {
  readonly user: User;
  /** Where it happens; the first guild's first channel by default. */
  readonly channel?: ChannelLike;
  /** null: in the user's DM with the bot. */
  readonly guild?: null;
  /** Instead of what the channel's permissions say. */
  readonly appPermissions?: bigint;
  readonly locale?: string;
  /** Those of everybody by default. */
  readonly memberPermissions?: bigint;
}

interface SlashCall extends Place {
  /** `quiz start`: of a command and its subcommand. */
  readonly name: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

interface AutocompleteCall extends SlashCall {
  /** The option that is being typed. */
  readonly focused: string;
}

interface Autocompletion {
  readonly choices: readonly Choice[];
  /** Milliseconds from the event to the choices. */
  readonly ms: number;
}

export interface CommandDriver {
  readonly slash: (call: SlashCall) => InteractionHandle;
  readonly autocomplete: (call: AutocompleteCall & WaitOptions) => Promise<Autocompletion>;
  readonly userMenu: (call: Place & { readonly name: string; readonly target: User }) => InteractionHandle;
  readonly messageMenu: (
    call: Place & { readonly name: string; readonly target: Pick<APIMessage, 'id'> },
  ) => InteractionHandle;
}

export function createCommandDriver(world: World, gateway: Gateway, places: PlaceDriver): CommandDriver {
  const place = (
    call: Place,
  ): Pick<NewInteraction, 'user' | 'channel' | 'appPermissions' | 'locale' | 'memberPermissions'> => ({
    user: call.user,
    channel: placeOf(places, call),
    appPermissions: call.appPermissions,
    locale: call.locale,
    memberPermissions: call.memberPermissions,
  });
  const command = (call: Place & { readonly name: string }, type: number): APIApplicationCommand =>
    findCommand(world, placeOf(places, call), { name: call.name, type });
  const slashData = (call: SlashCall, focused?: string): JsonObject => {
    const [name = '', subcommand] = call.name.split(' ');
    const found = command({ ...call, name }, 1);
    const given = { values: call.options ?? {}, focused };
    const options = optionsFor(objectOf(found), subcommand, given);
    const attachments = Object.fromEntries(filesIn(world, options));
    const isSent = Object.keys(attachments).length > 0;
    return { ...commandHead(found), options, ...(isSent && { resolved: { attachments } }) };
  };
  const menu = (
    call: Place & { readonly name: string },
    type: number,
    target: JsonObject,
  ): InteractionHandle => {
    const { metadata, ...data } = target;
    return startInteraction(world, gateway, {
      ...place(call),
      type: 2,
      data: { ...commandHead(command(call, type)), ...data },
      commandName: call.name,
      commandType: type,
      metadata: objectOf(metadata),
    });
  };
  return {
    slash: (call) =>
      startInteraction(world, gateway, {
        ...place(call),
        type: 2,
        data: slashData(call),
        commandName: call.name,
        commandType: 1,
      }),
    autocomplete: async (call) => {
      const data = slashData(call, call.focused);
      const handle = startInteraction(world, gateway, {
        ...place(call),
        type: 4,
        data,
        commandName: call.name,
        commandType: 1,
      });
      await handle.acknowledged(call);
      return { choices: handle.choices, ms: handle.ackMs ?? 0 };
    },
    userMenu: (call) =>
      menu(call, 2, {
        target_id: call.target.id,
        resolved: { users: { [call.target.id]: userPayload(call.target) } },
        metadata: { target_user: userPayload(call.target) },
      }),
    messageMenu: (call) => {
      const target = world.messages.get(call.target.id)?.message;
      if (!target) throw new Error(`The stand-in has no message ${call.target.id} to open a menu on.`);
      // A menu delivers the content whatever the intents are.
      const resolved = { messages: { [target.id]: target } };
      const at = { ...call, channel: call.channel ?? { id: target.channel_id } };
      return menu(at, 3, { target_id: target.id, resolved, metadata: { target_message_id: target.id } });
    },
  };
}

function placeOf(places: PlaceDriver, call: Place): Channel {
  return call.guild === null ? places.dmChannel(call.user) : places.channel(call.channel);
}

/** Sends the event to the bot; throws when there is no session that could take it. */
export function startInteraction(world: World, gateway: Gateway, input: NewInteraction): InteractionHandle {
  if (!gateway.hasSession()) throw new Error('The bot is not connected; await discord.waitForReady() first.');
  const { record, event } = newInteraction(world, input);
  gateway.dispatch('INTERACTION_CREATE', event);
  return createHandle(world, record);
}

/** The files that options name. */
function filesIn(world: World, options: readonly JsonObject[]): readonly (readonly [string, JsonObject])[] {
  return options.flatMap((option) => {
    if (option['type'] === 1) return filesIn(world, objectsIn(option['options']));
    const id = option['type'] === 11 ? stringOf(option['value']) : undefined;
    const file = world.attachments.get(id ?? '');
    if (id === undefined || !file) return [];
    const { filename, size, url, contentType } = file;
    const about = { id, filename, size, url, proxy_url: url };
    return [[id, { ...about, ...(contentType !== undefined && { content_type: contentType }) }] as const];
  });
}

/** Those of a subcommand lie in an option of its own. */
function optionsFor(
  command: JsonObject,
  subcommand: string | undefined,
  given: GivenOptions,
): readonly JsonObject[] {
  if (subcommand === undefined) return commandOptions(command, given);
  const found = objectsIn(command['options']).find(
    (option) => option['type'] === 1 && option['name'] === subcommand,
  );
  if (!found) throw new Error(`/${stringOf(command['name']) ?? ''} has no subcommand '${subcommand}'.`);
  return [{ type: 1, name: subcommand, options: commandOptions(found, given) }];
}

function commandHead(command: APIApplicationCommand): JsonObject {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
  };
}

/** The command as a client shows it in that place; a guild's own goes before the global one. */
function findCommand(
  world: World,
  channel: Channel,
  wanted: { name: string; type: number },
): APIApplicationCommand {
  const all = [
    ...(channel.guildId === null ? [] : commandsIn(world, channel.guildId)),
    ...commandsIn(world, null),
  ];
  const found = all.find(
    (command) => command.name === wanted.name && (command.type as number) === wanted.type,
  );
  if (!found) {
    const known = all.map((command) => command.name).join(', ') || 'none';
    throw new Error(
      `The bot has registered no command '${wanted.name}' of type ${wanted.type}; there are: ${known}.`,
    );
  }
  const context = contextOf(channel);
  const contexts = found.contexts?.map(Number);
  if (found.guild_id === undefined && contexts && !contexts.includes(context)) {
    throw new Error(`'${wanted.name}' is not offered here: context ${context} is not among its contexts.`);
  }
  const botInGuild = channel.guildId !== null && (world.guilds.get(channel.guildId)?.botIsMember ?? false);
  const userInstallOnly = context === 2 || (context === 0 && !botInGuild);
  if (userInstallOnly && found.integration_types && !found.integration_types.map(Number).includes(1)) {
    throw new Error(`'${wanted.name}' is not offered here: it cannot be installed by a user.`);
  }
  return found;
}
