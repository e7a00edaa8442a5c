import { setTimeout as sleep } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import type { ChannelLike, PlaceDriver } from './driver-places.ts';
import type { MessageStore } from './message-store.ts';
import { replyMembers } from './rest-channels.ts';
import type { WaitOptions } from './wait.ts';
import { waitFor } from './wait.ts';
import type { Channel, MessageRecord, User, World } from './world.ts';

interface MessageCall {
  readonly user: User;
  readonly content: string;
  /** The first guild's first channel by default. */
  readonly channel?: ChannelLike;
  /** The message that this one replies to. */
  readonly replyTo?: Pick<APIMessage, 'id'> | undefined;
  /** False: the reply was sent with its ping switched off. */
  readonly ping?: boolean;
  /** Sent by a webhook instead of a person. */
  readonly webhook?: boolean;
  /** With a sticker, which may be all that there is. */
  readonly sticker?: boolean;
  /** @everyone in it counts. */
  readonly mentionEveryone?: boolean;
}

interface MessageHandle {
  readonly id: string;
  readonly message: APIMessage;
  /** The bot's messages that reply to it; when there are none, those that it posted after it without a reference. */
  readonly replies: readonly APIMessage[];
  /** Waits for the first of them. */
  readonly reply: (options?: WaitOptions) => Promise<APIMessage>;
  /** Waits and throws when the bot did answer. */
  readonly noReply: (options?: { readonly withinMs?: number }) => Promise<void>;
}

export interface MessageDriver {
  /** Mentions are taken from the text: write `<@${discord.bot.id}>`. */
  readonly message: (call: MessageCall) => MessageHandle;
  readonly dm: (call: Omit<MessageCall, 'channel'>) => MessageHandle;
  /** A channel's messages, oldest first, private ones included. */
  readonly messages: (channel?: ChannelLike) => readonly APIMessage[];
  /** Everything that the bot has said anywhere and that is still there, oldest first. */
  readonly botMessages: () => readonly APIMessage[];
  /** Every message that would have notified somebody, of those that the bot sent. */
  readonly botPings: () => readonly APIMessage[];
  readonly record: (message: Pick<APIMessage, 'id'>) => MessageRecord | undefined;
  /** What the bot set under a message, in order. */
  readonly reactions: (message: Pick<APIMessage, 'id'>) => readonly string[];
  readonly deleteMessage: (message: Pick<APIMessage, 'id'>) => void;
  readonly edit: (message: Pick<APIMessage, 'id'>, content: string) => void;
  /** The same MESSAGE_CREATE once more, as it can come after a resume. */
  readonly dispatchAgain: (message: Pick<APIMessage, 'id'>) => void;
}

export function createMessageDriver(world: World, store: MessageStore, places: PlaceDriver): MessageDriver {
  const post = (call: MessageCall, channel: Channel): MessageHandle => {
    const target = call.replyTo ? world.messages.get(call.replyTo.id) : undefined;
    if (call.replyTo && !target) throw new Error(`There is no message ${call.replyTo.id} to reply to.`);
    // The answer to an interaction belongs to a webhook: replying to it pings nobody.
    const pinged = target && call.ping !== false && target.message.webhook_id === undefined;
    const parse = call.mentionEveryone ? ['users', 'everyone'] : ['users'];
    const record = store.create({
      channel,
      authorId: call.user.id,
      body: { content: call.content, allowed_mentions: { parse, replied_user: true } },
      extra: {
        ...(target ? replyMembers(target, channel) : {}),
        ...(call.webhook ? { webhook_id: call.user.id } : {}),
        ...(call.sticker ? { sticker_items: [{ id: world.nextId(), name: 'wave', format_type: 1 }] } : {}),
      },
      replyMention: pinged ? target.message.author.id : null,
    });
    return createMessageHandle(world, record.message);
  };
  return {
    message: (call) =>
      post(
        call,
        call.replyTo && !call.channel ? channelOf(world, places, call.replyTo) : places.channel(call.channel),
      ),
    dm: (call) => post(call, places.dmChannel(call.user)),
    messages: (channel) => {
      const { id } = places.channel(channel);
      return [...world.messages.values()]
        .map(({ message }) => message)
        .filter((message) => message.channel_id === id);
    },
    botMessages: () =>
      [...world.messages.values()]
        .map(({ message }) => message)
        .filter((message) => message.author.id === world.bot.id),
    botPings: () =>
      [...world.messages.values()]
        .filter(({ message, pings }) => pings && message.author.id === world.bot.id)
        .map(({ message }) => message),
    record: (message) => world.messages.get(message.id),
    reactions: ({ id }) =>
      world.reactions.filter(({ messageId }) => messageId === id).map(({ emoji }) => emoji),
    deleteMessage: (message) => {
      store.remove(message.id);
    },
    edit: (message, content) => store.edit(message.id, { content }, []),
    dispatchAgain: (message) => {
      store.announceAgain(message.id);
    },
  };
}

function channelOf(world: World, places: PlaceDriver, message: Pick<APIMessage, 'id'>): Channel {
  return places.channel({ id: world.messages.get(message.id)?.message.channel_id ?? '' });
}

function createMessageHandle(world: World, message: APIMessage): MessageHandle {
  const replies = (): readonly APIMessage[] => {
    const own = [...world.messages.values()]
      .map((record) => record.message)
      .filter((one) => one.author.id === world.bot.id);
    const direct = own.filter((one) => one.message_reference?.message_id === message.id);
    if (direct.length > 0) return direct;
    // A thread that was started from the message has the message's id.
    const here = own.filter((one) => [message.channel_id, message.id].includes(one.channel_id));
    return here.filter(
      (one) => BigInt(one.id) > BigInt(message.id) && !one.message_reference && !one.webhook_id,
    );
  };
  return {
    id: message.id,
    message,
    get replies() {
      return replies();
    },
    reply: (options) =>
      waitFor(world, () => replies()[0], {
        ...options,
        what: () => `a reply to '${message.content.slice(0, 80)}'`,
      }),
    noReply: async ({ withinMs = 500 } = {}) => {
      await sleep(withinMs);
      const first = replies()[0];
      if (first)
        throw new Error(`The bot answered '${message.content.slice(0, 80)}' with '${first.content}'.`);
    },
  };
}
