import { MessageReferenceType, MessageType } from 'discord-api-types/v10';
import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import type { BotContext } from './bot-context.ts';
import { speaksUnasked } from './serve-server.ts';

/** How a message is meant for the bot. */
export type Address =
  /** By name: a mention in the text, or a direct message. */
  | 'called'
  /** By the name of its own role alone: such a message comes without its text where the intent is off. */
  | 'role'
  /** A reply that pings to a message of the bot's. */
  | 'replied'
  /** A reply without a ping, or something said in a thread that the bot opened: only what asks is for the bot. */
  | 'overheard'
  /** Said to nobody in particular, in a channel where the server wants to be helped unasked. */
  | 'unasked';

/** An addressed message, with the one that it replies to. */
export interface Addressed {
  readonly address: Address;
  readonly referenced?: APIMessage;
  readonly isToAnswer: boolean;
  /** Without the mentions of the bot. */
  readonly text: string;
}

/** Undefined for what is between people: whose message it is, whom it mentions, and what it replies to tell. */
export async function recogniseAddress(
  message: GatewayMessageCreateDispatchData,
  context: BotContext,
): Promise<Addressed | undefined> {
  const self = context.self()?.userId;
  if (self === undefined || !isByPerson(message, self)) return undefined;
  const referenced = await referencedMessage(message, context);
  const isToAnswer = referenced?.author.id === self;
  const role = message.guild_id === undefined ? undefined : context.ownRoleIn(message.guild_id);
  const signs = {
    self,
    role,
    isToAnswer,
    isReply: referenced !== undefined,
    speaksUnasked: await speaks(message, context),
  };
  const address = addressOf(message, signs, context);
  if (!address) return undefined;
  const mentions = new RegExp(`<@!?${self}>${role === undefined ? '' : `|<@&${role}>`}`, 'gu');
  const text = message.content.replaceAll(mentions, ' ').trim();
  return { address, isToAnswer, text, ...(referenced && { referenced }) };
}

interface Signs {
  readonly self: string;
  /** The role that Discord made for the bot, where it is known. */
  readonly role: string | undefined;
  readonly isToAnswer: boolean;
  readonly isReply: boolean;
  readonly speaksUnasked: boolean;
}

function addressOf(
  message: GatewayMessageCreateDispatchData,
  { self, role, isToAnswer, isReply, speaksUnasked: speaksHere }: Signs,
  context: BotContext,
): Address | undefined {
  if (message.guild_id === undefined) return 'called';
  if (new RegExp(`<@!?${self}>`, 'u').test(message.content)) return 'called';
  if (role !== undefined && message.mention_roles.includes(role)) return 'role';
  // A reply that pings counts as a mention, whatever its text.
  const pings = message.mentions.some((user) => user.id === self);
  if (isToAnswer) return pings ? 'replied' : 'overheard';
  const isToOthers = isReply || message.mentions.length > 0 || message.mention_everyone;
  if (isToOthers) return undefined;
  if (context.isOwnThread(message.channel_id)) return 'overheard';
  return speaksHere ? 'unasked' : undefined;
}

async function speaks(
  { guild_id: serverId, channel_id: id }: GatewayMessageCreateDispatchData,
  { settings, parentOf }: BotContext,
): Promise<boolean> {
  if (serverId === undefined) return false;
  return speaksUnasked(await settings.read(serverId), { id, parentId: parentOf(id) });
}

/** An ordinary message or reply; @everyone does not count as a mention of the bot. */
function isByPerson(message: GatewayMessageCreateDispatchData, self: string): boolean {
  if (message.author.bot || message.webhook_id !== undefined || message.author.id === self) return false;
  return message.type === MessageType.Default || message.type === MessageType.Reply;
}

/** The message that is replied to; Discord mostly sends it along. */
async function referencedMessage(
  message: GatewayMessageCreateDispatchData,
  { channels }: BotContext,
): Promise<APIMessage | undefined> {
  if (message.referenced_message) return message.referenced_message;
  const reference = message.message_reference;
  const isReply = message.type === MessageType.Reply && reference?.type !== MessageReferenceType.Forward;
  // Null: it was deleted.
  if (!isReply || message.referenced_message === null || reference?.message_id === undefined)
    return undefined;
  return channels.fetchMessage(message.channel_id, reference.message_id);
}
