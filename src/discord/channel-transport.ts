import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type { APIDMChannel, APIMessage } from 'discord-api-types/v10';
import { layoutOf } from './messages/layout-of.ts';
import type { MessageView } from './messages/message-view.ts';
import { withFiles } from './messages/serialise-files.ts';
import { formsOf, serialiseMessage } from './messages/serialise-message.ts';
import type { Layout } from '../domain/layout.ts';
import { classifyError, describeError, isThreadThere } from './classify-error.ts';
import type { FailureKind } from './classify-error.ts';
import type { Logger } from './bot-options.ts';
import { idOf } from './read-event.ts';
import { fetchLater, findArrived } from './find-arrived.ts';
import type { Identity } from './find-arrived.ts';
import { openRest } from './open-rest.ts';
import { startTyping } from './start-typing.ts';

/** Waits before a message that may not have arrived is looked for and, when it is not there, sent again. */
const SEND_PAUSES = [500, 2_000, 5_000, 15_000, 60_000];
/** Messages whose layout is remembered; that of an older one is looked up. */
const REMEMBERED = 5_000;

export interface ChannelTransport {
  reply(to: MessageAddress, view: MessageView, log: Logger): Promise<Sent>;
  /** A message of its own: sent twice, it shows once. */
  post(channelId: string, view: MessageView, identity: Identity, log: Logger): Promise<Sent>;
  /** That message of ours, if it is among the last in the channel. @returns its id */
  findPosted(channelId: string, identity: Identity): Promise<string | undefined>;
  /** A direct message; false when the user takes none. */
  sendPrivately(userId: string, view: MessageView): Promise<boolean>;
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** Shows 'is typing…' until the returned function is called; what that returns resolves when no more can arrive. */
  startTyping(channelId: string): () => Promise<void>;
  /** Changes a message of ours, in the layout that it has: whoever runs or manages may want another one since. */
  edit(message: MessageAddress, view: MessageView, log: Logger): Promise<Sent>;
  /** Deletes a message of ours. */
  remove(message: MessageAddress, log: Logger): Promise<void>;
  /** Whether anybody but that user and the bot has replied to it, as far as that can be read. */
  hasReplies(message: MessageAddress, userId: string): Promise<boolean>;
  /** A thread under a message of a server's channel; false when there is none. @param kept minutes that it stays in the list */
  openThread(
    to: MessageAddress,
    name: string,
    log: Logger,
    kept?: ThreadAutoArchiveDuration,
  ): Promise<boolean>;
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
  const layouts = new LRUCache<string, Layout>({ max: REMEMBERED });

  async function send(
    sending: Pick<Sending, 'channelId' | 'replyTo' | 'identity' | 'log'>,
    view: MessageView,
  ): Promise<Sent> {
    const wanted = view.layout ?? layout;
    const sent = await sendMessage({ rest, once, selfId, layout: wanted, ...sending }, view);
    if ('id' in sent && sent.id !== '') layouts.set(sent.id, wanted);
    return sent;
  }

  async function fetchMessage(channelId: string, messageId: string): Promise<APIMessage | undefined> {
    try {
      return (await rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage;
    } catch {
      return undefined;
    }
  }

  async function layoutAt({ channelId, messageId }: MessageAddress): Promise<Layout | undefined> {
    const known = layouts.get(messageId);
    if (known) return known;
    const message = await fetchMessage(channelId, messageId);
    if (!message) return undefined;
    const found = layoutOf(message);
    layouts.set(messageId, found);
    return found;
  }

  return {
    reply: (to, view, log) =>
      send({ log, channelId: to.channelId, replyTo: to.messageId, identity: { nonce: to.messageId } }, view),
    post: (channelId, view, identity, log) => send({ log, channelId, identity }, view),
    findPosted: (channelId, identity) => findArrived({ rest, selfId, channelId, identity }),
    async sendPrivately(userId, view) {
      try {
        // The route's documented response.
        const channel = (await rest.post(Routes.userChannels(), {
          body: { recipient_id: userId },
        })) as APIDMChannel;
        const body = serialiseMessage(view, view.layout ?? layout);
        await rest.post(Routes.channelMessages(channel.id), withFiles(body, view));
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
    async edit(message, view, log) {
      const standing = await layoutAt(message);
      return editMessage({ rest, layout: standing ?? view.layout ?? layout }, message, view, log);
    },
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
    async openThread({ channelId, messageId }, name, log, kept = ThreadAutoArchiveDuration.OneDay) {
      try {
        const body = { name, auto_archive_duration: kept };
        await rest.post(Routes.threads(channelId, messageId), { body });
        return true;
      } catch (error) {
        if (isThreadThere(error)) return true;
        log.warn({ error: describeError(error) }, 'a thread could not be opened');
        return false;
      }
    },
    fetchMessage,
  };
}

interface Sending {
  readonly rest: REST;
  readonly once: REST;
  readonly selfId: () => string | undefined;
  readonly layout: Layout;
  readonly channelId: string;
  /** The message that is answered. */
  readonly replyTo?: string;
  readonly identity: Identity;
  readonly log: Logger;
}

/** Once, although it may take several attempts. */
async function sendMessage(sending: Sending, view: MessageView): Promise<Sent> {
  const { once, layout, channelId, replyTo, identity, log } = sending;
  const pauses = [...SEND_PAUSES];
  // Discord makes no second message with the same nonce, so that trying again does not answer twice.
  const unique = { nonce: identity.nonce, enforce_nonce: true };
  let [body, ...simpler] = formsOf(view, layout);
  let reference: object =
    replyTo === undefined
      ? {}
      : { message_reference: { message_id: replyTo, channel_id: channelId, fail_if_not_exists: false } };
  for (;;) {
    try {
      const request = withFiles({ ...body, ...reference, ...unique }, view);
      const sent = await once.post(Routes.channelMessages(channelId), request);
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
      await rest.patch(Routes.channelMessage(channelId, messageId), withFiles(body, view));
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
