import { setTimeout } from 'node:timers/promises';
import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { APIDMChannel, APIMessage } from 'discord-api-types/v10';
import type { MessageBody } from '../conversation/message-body.ts';
import { plainMessage } from '../conversation/message-body.ts';
import { word } from '../conversation/words.ts';
import { classifyError, describeError } from './classify-error.ts';
import type { FailureKind } from './classify-error.ts';
import type { Logger } from './bot-options.ts';

/** Discord: typing shows for 10 s. */
const TYPING_INTERVAL = 8_000;
const SEND_PAUSES = [500, 2_000, 5_000];

export interface ChannelWire {
  /** Answers a message; undefined when it was sent, otherwise why not. */
  reply(
    to: { readonly channelId: string; readonly messageId: string },
    body: MessageBody,
    log: Logger,
  ): Promise<FailureKind | undefined>;
  /** A direct message; false when the user takes none. */
  whisper(userId: string, body: MessageBody): Promise<boolean>;
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** Shows 'is typing…' until the returned function is called. */
  startTyping(channelId: string): () => void;
  fetchMessage(channelId: string, messageId: string): Promise<APIMessage | undefined>;
}

export function createChannelWire(rest: REST): ChannelWire {
  return {
    reply: (to, body, log) => sendReply(rest, to, body, log),
    async whisper(userId, body) {
      try {
        // The route's documented response.
        const channel = (await rest.post(Routes.userChannels(), {
          body: { recipient_id: userId },
        })) as APIDMChannel;
        await rest.post(Routes.channelMessages(channel.id), { body });
        return true;
      } catch {
        return false;
      }
    },
    async react(channelId, messageId, emoji) {
      await rest
        .put(Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(emoji)))
        .catch(() => undefined);
    },
    startTyping(channelId) {
      const type = () => void rest.post(Routes.channelTyping(channelId)).catch(() => undefined);
      type();
      const timer = setInterval(type, TYPING_INTERVAL);
      return () => {
        clearInterval(timer);
      };
    },
    async fetchMessage(channelId, messageId) {
      try {
        return (await rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage;
      } catch {
        return undefined;
      }
    },
  };
}

async function sendReply(
  rest: REST,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
  full: MessageBody,
  log: Logger,
): Promise<FailureKind | undefined> {
  const pauses = [...SEND_PAUSES];
  // Discord keeps a second message with the same nonce from being made, so that trying again never answers twice.
  const once = { nonce: messageId, enforce_nonce: true };
  let body = full;
  let reference: object = {
    message_reference: { message_id: messageId, channel_id: channelId, fail_if_not_exists: false },
  };
  for (;;) {
    try {
      await rest.post(Routes.channelMessages(channelId), { body: { ...body, ...reference, ...once } });
      return undefined;
    } catch (error) {
      const kind = classifyError(error);
      log.warn({ kind, error: describeError(error) }, 'a message could not be sent');
      const pause = kind === 'unanswered' ? pauses.shift() : undefined;
      if (pause !== undefined) await setTimeout(pause);
      else if ((kind === 'gone' || kind === 'invalid') && 'message_reference' in reference) reference = {};
      else if (kind === 'invalid' && body === full && full.embeds?.length) body = plainMessage(full);
      else if (kind === 'invalid' && body.content !== word('failed').content) body = word('failed');
      else return kind;
    }
  }
}
