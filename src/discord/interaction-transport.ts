import { setTimeout } from 'node:timers/promises';
import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { MessageBody } from './messages/message-body.ts';
import { plainMessage } from './messages/message-body.ts';
import { word } from './messages/words.ts';
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
  /** Shows the message at once; when Discord refuses its form, the same as plain text. */
  reply(
    to: InteractionAddress,
    body: MessageBody,
    options: { readonly update: boolean },
    log: Logger,
  ): Promise<void>;
  defer(to: InteractionAddress, options: { readonly private: boolean }, log: Logger): Promise<boolean>;
  /** Replaces 'thinking…'. @returns the id of the message; undefined when Discord did not take it */
  edit(to: InteractionAddress, body: MessageBody, log: Logger): Promise<string | undefined>;
  /** A message of its own, for everybody; tried once, because it could show twice. @returns its id @throws when it was not taken */
  followUp(to: InteractionAddress, body: MessageBody): Promise<string | undefined>;
}

/**
 * Clients without a bot token, as these routes carry their own. Discord exempts them from the limit of 50 requests
 * a second, so they do not queue behind it either. Callbacks are tried again here and not inside the client, because
 * only so is it known whether 40060 means that an attempt of ours had arrived.
 */
export function createInteractionTransport(apiBase: string): InteractionTransport {
  const shared = { apiBase, globalRequestsPerSecond: Number.POSITIVE_INFINITY };
  const callbacks = openRest({ ...shared, retries: 0, timeout: CALLBACK_TIMEOUT });
  const webhooks = openRest(shared);
  const followUps = openRest({ ...shared, retries: 0 });

  const post = (to: InteractionAddress, body: APIInteractionResponse) =>
    callbacks.post(Routes.interactionCallback(to.id, to.token), {
      body,
      auth: false,
      query: new URLSearchParams({ with_response: 'false' }),
    });

  const patch = (to: InteractionAddress, body: MessageBody) =>
    webhooks.patch(Routes.webhookMessage(to.applicationId, to.token, '@original'), { body, auth: false });

  const respond: InteractionTransport['respond'] = async (to, response, log) => {
    const pauses = [...CALLBACK_PAUSES];
    for (let attempt = 1; ; attempt += 1) {
      try {
        await post(to, response);
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

  const edit: InteractionTransport['edit'] = async (to, body, log) => {
    let current = body;
    const pauses = [...EDIT_PAUSES];
    for (;;) {
      try {
        return idOf(await patch(to, current));
      } catch (error) {
        const kind = classifyError(error);
        log.warn({ kind, error: describeError(error) }, 'the answer could not be put in place');
        if (kind === 'too-late' || kind === 'gone') return undefined;
        const pause = kind === 'unanswered' ? pauses.shift() : undefined;
        if (pause !== undefined) await setTimeout(pause);
        else if (kind === 'unanswered') return undefined;
        else {
          const simpler = simplerThan(current, body);
          if (!simpler) return undefined;
          current = simpler;
        }
      }
    }
  };

  return {
    respond,
    edit,
    async reply(to, body, { update }, log) {
      const type = update
        ? InteractionResponseType.UpdateMessage
        : InteractionResponseType.ChannelMessageWithSource;
      for (let current: MessageBody | undefined = body; current; current = simplerThan(current, body)) {
        try {
          await respond(to, { type, data: current }, log);
          return;
        } catch (error) {
          log.warn({ error: describeError(error) }, 'Discord refused the form of a message');
        }
      }
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
    async followUp(to, body) {
      return idOf(await followUps.post(Routes.webhook(to.applicationId, to.token), { body, auth: false }));
    },
  };
}

const LAST_WORD = word('failed');

/** The full message, then plain text, then an honest word, then nothing. */
function simplerThan(current: MessageBody, full: MessageBody): MessageBody | undefined {
  const flags = full.flags === undefined ? {} : { flags: full.flags };
  if (current === full && full.embeds?.length) return plainMessage(full);
  return current.content === LAST_WORD.content ? undefined : { ...LAST_WORD, ...flags };
}
