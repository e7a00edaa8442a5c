import { setTimeout } from 'node:timers/promises';
import { GatewayDispatchEvents, PermissionFlagsBits } from 'discord.js';
import type { Client } from 'discord.js';
import { inviteUrl } from './invite-url.ts';
import { presenceText } from './messages/render-sources.ts';
import type { BotContext } from './bot-context.ts';
import type { BotIdentity, BotOptions, FatalFailure, RunningBot } from './bot-options.ts';
import { createChannelTransport } from './channel-transport.ts';
import { connectClient } from './connect-client.ts';
import { createCooldown } from './cooldown.ts';
import { DISCORD_API } from './discord-api.ts';
import { gatewayFailure } from './gateway-failure.ts';
import { createInteractionTransport } from './interaction-transport.ts';
import { openClient, presenceOf } from './open-client.ts';
import { readSelf } from './read-event.ts';
import type { Self } from './read-event.ts';
import { receiveEvents } from './receive-events.ts';
import type { InFlight } from './receive-events.ts';
import { syncCommands } from './register-commands.ts';
import { createWorkQueue } from './work-queue.ts';

/** Milliseconds that work in flight gets before its askers are told that the bot stops; `stop` has 9 s in all. */
const DRAIN = 6_000;
const GOODBYE = 2_000;
const DISCONNECT = 1_000;

/**
 * Connects, and resolves when Discord has accepted the bot; connection problems are waited out. Resolves with
 * undefined when it was told to stop before that, or when it cannot go on, which onFatal is told.
 */
export async function startBot(options: BotOptions): Promise<RunningBot | undefined> {
  const { token, logger } = options;
  const apiBase = options.apiBase ?? DISCORD_API;
  const client = openClient({
    apiBase,
    messageContent: options.messageContent ?? false,
    presence: presenceText(options.getLibrary()),
    logger,
  });
  const stopping = new AbortController();
  const gaveUp = new AbortController();
  const signal = AbortSignal.any([gaveUp.signal, ...(options.signal ? [options.signal] : [])]);
  const identity: { self?: Self } = {};
  const context = createContext(options, client, {
    apiBase,
    self: () => identity.self,
    stopping: () => stopping.signal.aborted,
  });
  const fail = (failure: FatalFailure) => {
    if (stopping.signal.aborted || signal.aborted) return;
    gaveUp.abort();
    options.onFatal(failure);
  };
  const inFlight = receiveEvents(client, context, logger);
  client.on('shardDisconnect', ({ code }) => {
    fail(gatewayFailure(code));
  });
  const accepted = waitForReady(client, identity);
  const connected = connectClient(client, { token, apiBase, logger, onRefused: fail, signal });
  await Promise.race([connected.then(() => accepted), whenAborted(signal)]);
  if (signal.aborted) {
    await disconnect(client);
    return undefined;
  }
  const bot = describeBot(client, identity.self);
  logger.info(bot, 'ready');
  keepCommands(client, bot.applicationId, { inFlight, logger });
  return {
    identity: bot,
    async stop(reason) {
      if (stopping.signal.aborted) return;
      logger.info({ reason, inFlight: inFlight.size() }, 'stopping');
      stopping.abort();
      await drain(context, inFlight);
      await disconnect(client);
      logger.info({ reason }, 'stopped');
    },
    refreshPresence() {
      if (client.isReady()) client.user.setPresence(presenceOf(presenceText(options.getLibrary())));
    },
  };
}

/** Finishes what is in flight or tells who waits. Telling people may hang on the network: it gets its own limit. */
async function drain({ queue }: BotContext, inFlight: InFlight): Promise<void> {
  const drained = queue.close(DRAIN).then(() => inFlight.settled());
  await Promise.race([drained, setTimeout(DRAIN + GOODBYE, undefined, { ref: false })]);
}

interface Surroundings extends Pick<BotContext, 'self' | 'stopping'> {
  readonly apiBase: string;
}

function createContext(
  options: BotOptions,
  client: Client,
  { apiBase, self, stopping }: Surroundings,
): BotContext {
  const { token, getLibrary, memory } = options;
  const clock = options.clock ?? (() => performance.now());
  const layout = options.layout ?? 'components';
  return {
    layout,
    getExamples: options.getExamples ?? (() => []),
    sourceUrl: options.sourceUrl,
    getLibrary,
    memory,
    interactions: createInteractionTransport(apiBase, layout),
    channels: createChannelTransport({
      rest: client.rest,
      apiBase,
      token,
      selfId: () => self()?.userId,
      layout,
    }),
    queue: createWorkQueue({ limit: options.queueLimit ?? 500, concurrency: options.concurrency ?? 1 }),
    cooldown: createCooldown({ ...options.cooldown, clock }),
    clock,
    stopping,
    self,
    permissionsIn: (channelId) => permissionsIn(client, channelId),
  };
}

/**
 * What discord.js works out from the server's roles. Undefined where it lacks what it needs for that, or contradicts
 * itself: a message that arrived comes from a channel that the bot may view.
 */
function permissionsIn(client: Client, channelId: string): ReturnType<BotContext['permissionsIn']> {
  try {
    const channel = client.channels.cache.get(channelId);
    if (!channel || channel.isDMBased() || !client.user) return undefined;
    const permissions = channel.permissionsFor(client.user);
    if (!permissions?.has(PermissionFlagsBits.ViewChannel)) return undefined;
    return { field: permissions.bitfield, thread: channel.isThread() };
  } catch {
    return undefined;
  }
}

/** Resolves at the first READY; each one says anew who the bot is. */
function waitForReady(client: Client, identity: { self?: Self }): Promise<void> {
  return new Promise((resolve) => {
    client.ws.on(GatewayDispatchEvents.Ready, (data: unknown) => {
      const self = readSelf(data);
      if (self) identity.self = self;
      // discord.js takes the event in after this listener.
      setImmediate(resolve);
    });
  });
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}

/** Closing may hang on the network, too. */
async function disconnect(client: Client): Promise<void> {
  await Promise.race([client.destroy(), setTimeout(DISCONNECT, undefined, { ref: false })]);
}

interface Keeping {
  readonly inFlight: InFlight;
  readonly logger: BotOptions['logger'];
}

/** Registers what has changed, and looks after a server that comes later. Answers do not wait for it. */
function keepCommands(client: Client, applicationId: string, { inFlight, logger }: Keeping): void {
  const sync = (guilds: readonly string[]) => {
    inFlight.add(syncCommands(client.rest, applicationId, guilds, logger));
  };
  sync([...client.guilds.cache.keys()]);
  client.on('guildCreate', ({ id }) => {
    sync([id]);
  });
}

function describeBot(client: Client, self: Self | undefined): BotIdentity {
  const applicationId = self?.applicationId ?? '';
  return {
    applicationId,
    userId: self?.userId ?? '',
    username: client.user?.username ?? '',
    guilds: client.guilds.cache.size,
    inviteUrl: inviteUrl(applicationId),
  };
}
