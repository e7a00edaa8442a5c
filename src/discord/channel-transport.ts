import { setTimeout } from 'node:timers/promises';
import { REST, Routes } from 'discord.js';
import { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type { APIDMChannel, APIMessage } from 'discord-api-types/v10';
import type { MessageView } from './messages/message-view.ts';
import { formsOf, serialiseMessage } from './messages/serialise-message.ts';
import type { Layout } from './messages/layout.ts';
import { classifyError, describeError } from './classify-error.ts';
import type { FailureKind } from './classify-error.ts';
import type { Logger } from './bot-options.ts';
import { idOf } from './read-event.ts';
import { API_VERSION } from './discord-api.ts';

/** Discord: typing shows for 10 s. */
const TYPING_INTERVAL = 8_000;
/** Waits before a message that may not have arrived is looked for and, when it is not there, sent again. */
const SEND_PAUSES = [500, 2_000, 5_000, 15_000, 60_000];

export interface ChannelTransport {
  reply(to: MessageAddress, view: MessageView, log: Logger): Promise<Sent>;
  /** A direct message; false when the user takes none. */
  sendPrivately(userId: string, view: MessageView): Promise<boolean>;
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** Shows 'is typing…' until the returned function is called. */
  startTyping(channelId: string): () => void;
  /** A thread under a message of a server's channel; false when there is none. */
  openThread(to: MessageAddress, name: string, log: Logger): Promise<boolean>;
  fetchMessage(channelId: string, messageId: string): Promise<APIMessage | undefined>;
}

/** The id of the message that answers, or why there is none. */
export type Sent = { readonly id: string } | { readonly failure: FailureKind };

/** The message that is answered. */
interface MessageAddress {
  readonly channelId: string;
  readonly messageId: string;
}

export interface ChannelTransportOptions {
  /** The client's own. */
  readonly rest: REST;
  readonly apiBase: string;
  readonly token: string;
  readonly selfId: () => string | undefined;
  readonly layout: Layout;
}

/** Messages go out by a client that tries once: only so can it be looked up first whether one arrived. */
export function createChannelTransport({
  rest,
  apiBase,
  token,
  selfId,
  layout,
}: ChannelTransportOptions): ChannelTransport {
  const once = new REST({ api: apiBase, version: API_VERSION, retries: 0 }).setToken(token);
  return {
    reply: (to, view, log) => sendReply({ rest, once, selfId, layout, to, log }, view),
    async sendPrivately(userId, view) {
      try {
        // The route's documented response.
        const channel = (await rest.post(Routes.userChannels(), {
          body: { recipient_id: userId },
        })) as APIDMChannel;
        await rest.post(Routes.channelMessages(channel.id), { body: serialiseMessage(view, layout) });
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
    async openThread({ channelId, messageId }, name, log) {
      try {
        await rest.post(Routes.threads(channelId, messageId), {
          body: { name, auto_archive_duration: ThreadAutoArchiveDuration.OneDay },
        });
        return true;
      } catch (error) {
        log.warn({ error: describeError(error) }, 'a thread could not be opened');
        return false;
      }
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

interface Sending {
  readonly rest: REST;
  readonly once: REST;
  readonly selfId: () => string | undefined;
  readonly layout: Layout;
  readonly to: MessageAddress;
  readonly log: Logger;
}

/** Answers a message once. */
async function sendReply(sending: Sending, view: MessageView): Promise<Sent> {
  const { once, layout, to, log } = sending;
  const { channelId, messageId } = to;
  const pauses = [...SEND_PAUSES];
  // Discord makes no second message with the same nonce, so that trying again does not answer twice.
  const unique = { nonce: messageId, enforce_nonce: true };
  let [body, ...simpler] = formsOf(view, layout);
  let reference: object = {
    message_reference: { message_id: messageId, channel_id: channelId, fail_if_not_exists: false },
  };
  for (;;) {
    try {
      const sent = await once.post(Routes.channelMessages(channelId), {
        body: { ...body, ...reference, ...unique },
      });
      return { id: idOf(sent) ?? '' };
    } catch (error) {
      const kind = classifyError(error);
      log.warn({ kind, error: describeError(error) }, 'a message could not be sent');
      const pause = kind === 'unanswered' ? pauses.shift() : undefined;
      if (pause !== undefined) {
        await setTimeout(pause);
        const arrived = await findArrived(sending);
        if (arrived !== undefined) return { id: arrived };
      } else if ((kind === 'gone' || kind === 'invalid') && 'message_reference' in reference) reference = {};
      else {
        const [next, ...others] = simpler;
        if (kind !== 'invalid' || !next) return { failure: kind };
        [body, simpler] = [next, others];
      }
    }
  }
}

/** The answer of ours that stands below the message already: its sending worked, but not the word that it did. */
async function findArrived({ rest, selfId, to }: Sending): Promise<string | undefined> {
  try {
    const query = new URLSearchParams({ after: to.messageId, limit: '50' });
    const later: unknown = await rest.get(Routes.channelMessages(to.channelId), { query });
    if (!Array.isArray(later)) return undefined;
    return (later as readonly Partial<APIMessage>[]).find(
      ({ author, message_reference, nonce }) =>
        author?.id === selfId() && (message_reference?.message_id === to.messageId || nonce === to.messageId),
    )?.id;
  } catch {
    return undefined;
  }
}
