import { setTimeout } from 'node:timers/promises';
import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { MessageBody } from './messages/message-body.ts';
import type { MessageView } from './messages/message-view.ts';
import { withFiles } from './messages/serialise-files.ts';
import { formsOf, serialiseMessage } from './messages/serialise-message.ts';
import type { Layout } from '../domain/layout.ts';
import { classifyError, describeError } from './classify-error.ts';
import type { Logger } from './bot-options.ts';
import { idOf } from './read-event.ts';
import { openRest } from './open-rest.ts';

/** Discord: the first response has to come within 3 s; waits between attempts until then, in milliseconds. */
const CALLBACK_PAUSES = [100, 200, 300, 400, 500, 600];
const CALLBACK_TIMEOUT = 2_500;
/** Waits before an edit is tried once more, on top of what discord.js retries; the token lives for 15 min. */
const EDIT_PAUSES = [500, 2_000, 5_000, 15_000, 30_000, 60_000, 120_000, 240_000];

/** Where the response to one interaction goes. The token is a secret: it is never logged. */
export interface InteractionAddress {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
}

export interface InteractionTransport {
  /** False when Discord did not take it, or another process has answered already. */
  respond(to: InteractionAddress, response: APIInteractionResponse, log: Logger): Promise<boolean>;
  /** Shows the message at once, in simpler forms when Discord refuses one. @returns whether it was taken */
  reply(to: InteractionAddress, view: MessageView, options: ReplyPlace, log: Logger): Promise<boolean>;
  defer(to: InteractionAddress, options: { readonly private: boolean }, log: Logger): Promise<boolean>;
  /** Replaces 'thinking…'. @returns the id of the message; undefined when Discord did not take it */
  edit(
    to: InteractionAddress,
    view: MessageView,
    log: Logger,
    /** That of the message which stands there; left out, that of the bot. */
    layout?: Layout,
  ): Promise<string | undefined>;
  /** A message of its own, for everybody; tried once, because it could show twice. @returns its id @throws when it was not taken */
  followUp(to: InteractionAddress, view: MessageView): Promise<string | undefined>;
  /** Takes away the message that the button is on. False when Discord did not. */
  remove(to: InteractionAddress, log: Logger): Promise<boolean>;
}

/** Where a message goes: below, or in place of the one that the button is on, which has that layout. */
export type ReplyPlace = { readonly update: false } | { readonly update: true; readonly layout: Layout };

/**
 * Clients without a bot token, as these routes carry their own. Discord exempts them from the limit of 50 requests
 * a second, so they do not queue behind it either. Callbacks are tried again here and not inside the client, because
 * only so is it known whether 40060 means that an attempt of ours had arrived.
 */
export function createInteractionTransport(apiBase: string, ownLayout: Layout): InteractionTransport {
  const shared = { apiBase, globalRequestsPerSecond: Number.POSITIVE_INFINITY };
  const callbacks = openRest({ ...shared, retries: 0, timeout: CALLBACK_TIMEOUT });
  const webhooks = openRest(shared);
  const followUps = openRest({ ...shared, retries: 0 });

  const post = (to: InteractionAddress, request: ReturnType<typeof withFiles<APIInteractionResponse>>) =>
    callbacks.post(Routes.interactionCallback(to.id, to.token), {
      ...request,
      auth: false,
      query: new URLSearchParams({ with_response: 'false' }),
    });

  const patch = (to: InteractionAddress, body: MessageBody, view: MessageView) =>
    webhooks.patch(Routes.webhookMessage(to.applicationId, to.token, '@original'), {
      ...withFiles(body, view),
      auth: false,
    });

  const send = async (
    to: InteractionAddress,
    request: Parameters<typeof post>[1],
    log: Logger,
  ): Promise<boolean> => {
    const pauses = [...CALLBACK_PAUSES];
    for (let attempt = 1; ; attempt += 1) {
      try {
        await post(to, request);
        return true;
      } catch (error) {
        const kind = classifyError(error);
        if (kind === 'acknowledged' && attempt > 1) return true;
        if (kind === 'invalid') throw error;
        const pause = kind === 'unanswered' ? pauses.shift() : undefined;
        if (pause === undefined) {
          log.warn(
            { kind, attempt, error: describeError(error) },
            'the interaction could not be acknowledged',
          );
          return false;
        }
        await setTimeout(pause);
      }
    }
  };

  const respond: InteractionTransport['respond'] = (to, response, log) => send(to, { body: response }, log);

  const edit: InteractionTransport['edit'] = async (to, view, log, layout = view.layout ?? ownLayout) => {
    let [current, ...simpler] = formsOf(view, layout);
    const pauses = [...EDIT_PAUSES];
    for (;;) {
      try {
        return idOf(await patch(to, current, view));
      } catch (error) {
        const kind = classifyError(error);
        log.warn({ kind, error: describeError(error) }, 'the answer could not be put in place');
        if (kind === 'too-late' || kind === 'gone') return undefined;
        const pause = kind === 'unanswered' ? pauses.shift() : undefined;
        if (pause !== undefined) await setTimeout(pause);
        else if (kind === 'unanswered') return undefined;
        else {
          const [next, ...others] = simpler;
          if (!next) return undefined;
          [current, simpler] = [next, others];
        }
      }
    }
  };

  return {
    respond,
    edit,
    async reply(to, view, place, log) {
      const type = place.update
        ? InteractionResponseType.UpdateMessage
        : InteractionResponseType.ChannelMessageWithSource;
      const wasEmbeds = place.update && place.layout === 'embeds';
      for (const form of formsOf(view, layoutAfter(place, view.layout ?? ownLayout))) {
        try {
          const data = { ...(wasEmbeds ? EMPTY : {}), ...form };
          return await send(to, withFiles({ type, data }, view), log);
        } catch (error) {
          log.warn({ error: describeError(error) }, 'Discord refused the form of a message');
        }
      }
      return false;
    },
    defer: (to, options, log) =>
      respond(
        to,
        {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          ...(options.private && { data: { flags: MessageFlags.Ephemeral } }),
        },
        log,
      ),
    async followUp(to, view) {
      const body = serialiseMessage(view, view.layout ?? ownLayout);
      const request = { ...withFiles(body, view), auth: false };
      return idOf(await followUps.post(Routes.webhook(to.applicationId, to.token), request));
    },
    async remove(to, log) {
      if (!(await respond(to, { type: InteractionResponseType.DeferredMessageUpdate }, log))) return false;
      try {
        await webhooks.delete(Routes.webhookMessage(to.applicationId, to.token, '@original'), {
          auth: false,
        });
        return true;
      } catch (error) {
        log.warn({ error: describeError(error) }, 'a message could not be taken away');
        return classifyError(error) === 'gone';
      }
    },
  };
}

/** What a message of embeds is emptied of: Components V2 takes neither beside it. */
const EMPTY = { content: '', embeds: [] };

/** An edit cannot take Components V2 away from a message that was posted with it. */
function layoutAfter(place: ReplyPlace, own: Layout): Layout {
  return place.update && place.layout === 'components' ? 'components' : own;
}
