import { randomUUID } from 'node:crypto';
import { GatewayDispatchEvents } from 'discord.js';
import type { Client } from 'discord.js';
import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { createSeen } from './cooldown.ts';
import { handleInteraction } from './handle-interaction.ts';
import { handleMessage } from './handle-message.ts';

/**
 * Hands events to their handlers as Discord sent them, before discord.js makes its own structures of them: the pure
 * functions read the API's types, and an event that discord.js cannot read is answered all the same.
 */
export function receiveEvents(client: Client, context: BotContext, logger: Logger): void {
  const isNew = createSeen();

  function receive(kind: string, id: string, handle: (log: Logger) => Promise<void>): void {
    if (!isNew(id)) return;
    const log = withRequest(logger, { request: randomUUID().slice(0, 8), kind });
    log.debug({ id }, 'received');
    handle(log).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'an event could not be handled');
    });
  }

  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: unknown) => {
    if (isInteraction(data)) receive('interaction', data.id, (log) => handleInteraction(data, context, log));
    else logger.warn({ event: 'INTERACTION_CREATE' }, 'a malformed event was left out');
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: unknown) => {
    if (isMessage(data)) receive('message', data.id, (log) => handleMessage(data, context, log));
    else logger.warn({ event: 'MESSAGE_CREATE' }, 'a malformed event was left out');
  });
}

function isInteraction(data: unknown): data is APIInteraction {
  return (
    isRecord(data) &&
    typeof data['id'] === 'string' &&
    typeof data['token'] === 'string' &&
    typeof data['application_id'] === 'string' &&
    typeof data['type'] === 'number'
  );
}

function isMessage(data: unknown): data is GatewayMessageCreateDispatchData {
  return (
    isRecord(data) &&
    typeof data['id'] === 'string' &&
    typeof data['channel_id'] === 'string' &&
    typeof data['content'] === 'string' &&
    Array.isArray(data['mentions']) &&
    isRecord(data['author']) &&
    typeof data['author']['id'] === 'string'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The same logger with more fields in every line. */
function withRequest(logger: Logger, extra: object): Logger {
  return {
    debug: (fields, message) => {
      logger.debug({ ...extra, ...fields }, message);
    },
    info: (fields, message) => {
      logger.info({ ...extra, ...fields }, message);
    },
    warn: (fields, message) => {
      logger.warn({ ...extra, ...fields }, message);
    },
    error: (fields, message) => {
      logger.error({ ...extra, ...fields }, message);
    },
  };
}
