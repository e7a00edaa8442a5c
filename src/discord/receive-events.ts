import { randomUUID } from 'node:crypto';
import { GatewayDispatchEvents } from 'discord.js';
import type { Client } from 'discord.js';
import type { BotContext } from './bot-context.ts';
import type { Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { createRecentIds } from './cooldown.ts';
import { handleDelete, handleEdit } from './handle-edit.ts';
import { handleInteraction } from './handle-interaction.ts';
import { handleMessage } from './handle-message.ts';
import { readDeletion, readEdit, readInteraction, readMessage } from './read-event.ts';

/** What has been received and is not answered yet. */
export interface InFlight {
  readonly size: () => number;
  /** Something else that is not to be cut off; it handles its own errors. */
  readonly add: (work: Promise<void>) => void;
  /** Resolves when everything has been answered, also what comes in meanwhile. */
  readonly settled: () => Promise<void>;
}

/**
 * Hands events to their handlers as Discord sent them, before discord.js makes its own structures of them: the pure
 * functions read the API's types, and an event that discord.js cannot read is answered all the same.
 */
export function receiveEvents(client: Client, context: BotContext, logger: Logger): InFlight {
  const seen = createRecentIds();
  const handling = new Set<Promise<void>>();

  function receive(kind: string, id: string, handle: (log: Logger) => Promise<void>): void {
    // After a resume Discord sends events again.
    if (seen.has(`${kind} ${id}`)) return;
    seen.add(`${kind} ${id}`);
    const log = logger.child({ request: randomUUID().slice(0, 8), kind });
    log.debug({ id }, 'received');
    const handled = handle(log).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'an event could not be handled');
    });
    add(handled);
    if (kind === 'message') context.watch(id, handled);
  }

  function add(work: Promise<void>): void {
    const handled = work.finally(() => handling.delete(handled));
    handling.add(handled);
  }

  function leaveOut(event: string): void {
    logger.warn({ event }, 'a malformed event was left out');
  }

  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: unknown) => {
    const interaction = readInteraction(data, context.self());
    if (!interaction) leaveOut('INTERACTION_CREATE');
    else receive('interaction', interaction.id, (log) => handleInteraction(interaction, context, log));
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: unknown) => {
    const message = readMessage(data);
    if (!message) leaveOut('MESSAGE_CREATE');
    else receive('message', message.id, (log) => handleMessage(message, context, log));
  });
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (data: unknown) => {
    const edited = readEdit(data);
    if (edited) receive('edit', `${edited.id} ${edited.editedAt}`, (log) => handleEdit(edited, context, log));
  });
  for (const event of [GatewayDispatchEvents.MessageDelete, GatewayDispatchEvents.MessageDeleteBulk]) {
    client.ws.on(event, (data: unknown) => {
      const deletion = readDeletion(data);
      if (deletion)
        receive('deletion', deletion.ids.join(' '), (log) => handleDelete(deletion, context, log));
    });
  }
  return {
    size: () => handling.size,
    add,
    async settled() {
      while (handling.size > 0) await Promise.all(handling);
    },
  };
}
