import { setTimeout } from 'node:timers/promises';
import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type { APIDMChannel, APIMessage } from 'discord-api-types/v10';
import type { MessageView } from './messages/message-view.ts';
import { formsOf, serialiseMessage } from './messages/serialise-message.ts';
import type { Layout } from '../domain/layout.ts';
import { classifyError, describeError } from './classify-error.ts';
import type { FailureKind } from './classify-error.ts';
import type { Logger } from './bot-options.ts';
import { idOf } from './read-event.ts';
import { openRest } from './open-rest.ts';

/** Discord: typing shows for 10 s. What is answered sooner than the first of these, in milliseconds, needs none. */
const TYPING_AFTER = 150;
const TYPING_INTERVAL = 8_000;
/** How long an answer waits for a sign of typing that is on its way, in milliseconds. */
const TYPING_GRACE = 500;
/** Waits before a message that may not have arrived is looked for and, when it is not there, sent again. */
const SEND_PAUSES = [500, 2_000, 5_000, 15_000, 60_000];

export interface ChannelTransport {
  reply(to: MessageAddress, view: MessageView, log: Logger): Promise<Sent>;
  /** A direct message; false when the user takes none. */
  sendPrivately(userId: string, view: MessageView): Promise<boolean>;
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** Shows 'is typing…' until the returned function is called; what that returns resolves when no more can arrive. */
  startTyping(channelId: string): () => Promise<void>;
  /** Changes a message of ours. */
  edit(message: MessageAddress, view: MessageView, log: Logger): Promise<Sent>;
  /** Deletes a message of ours. */
  remove(message: MessageAddress, log: Logger): Promise<void>;
  /** Whether anybody but that user and the bot has replied to it, as far as that can be read. */
  hasReplies(message: MessageAddress, userId: string): Promise<boolean>;
  /** A thread under a message of a server's channel; false when there is none. */
  openThread(to: MessageAddress, name: string, log: Logger): Promise<boolean>;
  fetchMessage(channelId: string, messageId: string): Promise<APIMessage | undefined>;
}

/** The id of the message that answers, or why there is none. */
export type Sent = { readonly id: string } | { readonly failure: FailureKind };

export interface MessageAddress {
  readonly channelId: string;
  readonly messageId: string;
}

export interface ChannelTransportOptions {
  readonly apiBase: string;
  readonly token: string;
  readonly selfId: () => string | undefined;
  readonly layout: Layout;
}

/**
 * Clients of their own, so that nothing else is in their way. Messages go out by one that tries once: only so can it be
 * looked up first whether one arrived. Typing is not worth a wait.
 */
export function createChannelTransport({
  apiBase,
  token,
  selfId,
  layout,
}: ChannelTransportOptions): ChannelTransport {
  const rest = openRest({ apiBase, token });
  const once = openRest({ apiBase, token, retries: 0 });
  const typing = openRest({ apiBase, token, retries: 0, rejectOnRateLimit: () => true });
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
    startTyping: (channelId) => startTyping(typing, channelId),
    edit: (message, view, log) => editMessage({ rest, layout }, message, view, log),
    async remove({ channelId, messageId }, log) {
      try {
        await rest.delete(Routes.channelMessage(channelId, messageId));
      } catch (error) {
        log.warn({ error: describeError(error) }, 'a message could not be deleted');
      }
    },
    async hasReplies({ channelId, messageId }, userId) {
      const later = await fetchLater(rest, channelId, messageId);
      return later.some(
        ({ author, message_reference: reference }) =>
          reference?.message_id === messageId && author?.id !== userId && author?.id !== selfId(),
      );
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

function startTyping(rest: REST, channelId: string): () => Promise<void> {
  const given = new AbortController();
  const type = () =>
    rest.post(Routes.channelTyping(channelId), { signal: given.signal }).catch(() => undefined);
  let last: Promise<unknown> = Promise.resolve();
  let timer = globalThis.setTimeout(repeat, TYPING_AFTER);
  function repeat(): void {
    last = type();
    timer = globalThis.setTimeout(repeat, TYPING_INTERVAL);
  }
  return async () => {
    clearTimeout(timer);
    await Promise.race([last, setTimeout(TYPING_GRACE, undefined, { ref: false })]);
    given.abort();
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
  const later = await fetchLater(rest, to.channelId, to.messageId);
  return later.find(
    ({ author, message_reference, nonce }) =>
      author?.id === selfId() && (message_reference?.message_id === to.messageId || nonce === to.messageId),
  )?.id;
}

/** What was said after a message, as far as it can be read; at most 50 of it. */
async function fetchLater(
  rest: REST,
  channelId: string,
  messageId: string,
): Promise<readonly Partial<APIMessage>[]> {
  try {
    const query = new URLSearchParams({ after: messageId, limit: '50' });
    const later: unknown = await rest.get(Routes.channelMessages(channelId), { query });
    // The route's documented response.
    return Array.isArray(later) ? (later as readonly Partial<APIMessage>[]) : [];
  } catch {
    return [];
  }
}

/** In the full form, else a simpler one, else not at all: what stood there before still stands. */
async function editMessage(
  { rest, layout }: { readonly rest: REST; readonly layout: Layout },
  { channelId, messageId }: MessageAddress,
  view: MessageView,
  log: Logger,
): Promise<Sent> {
  let [body, ...simpler] = formsOf(view, layout);
  for (;;) {
    try {
      await rest.patch(Routes.channelMessage(channelId, messageId), { body });
      return { id: messageId };
    } catch (error) {
      const kind = classifyError(error);
      log.warn({ kind, error: describeError(error) }, 'a message could not be changed');
      const [next, ...others] = simpler;
      if (kind !== 'invalid' || !next) return { failure: kind };
      [body, simpler] = [next, others];
    }
  }
}
