import { setTimeout } from 'node:timers/promises';
import { GatewayDispatchEvents, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import type { Client } from 'discord.js';
import { INVITE_PERMISSIONS } from './check-permissions.ts';
import { presenceText } from './messages/render-sources.ts';
import type { BotContext } from './bot-context.ts';
import type { BotOptions, FatalFailure, Logger, ReadyBot, RunningBot } from './bot-options.ts';
import { createChannelTransport } from './channel-transport.ts';
import { describeError } from './classify-error.ts';
import { createCooldown } from './cooldown.ts';
import { gatewayFailure, isRefusedToken, REFUSED_TOKEN } from './gateway-failure.ts';
import { createInteractionTransport } from './interaction-transport.ts';
import { openClient, presenceOf } from './open-client.ts';
import { readSelf } from './read-event.ts';
import type { Self } from './read-event.ts';
import { receiveEvents } from './receive-events.ts';
import { DISCORD_API, statusOf, syncCommands } from './register-commands.ts';
import { createWorkQueue } from './work-queue.ts';

/** Milliseconds that work in flight gets before its askers are told that the bot stops; `stop` has 9 s in all. */
const DRAIN = 6_000;
const GOODBYE = 2_000;
/** Longest wait between two attempts to connect, in milliseconds. */
const LONGEST_PAUSE = 60_000;

/** Connects and answers until it is stopped. Connection problems are waited out; what cannot be is told to onFatal. */
// eslint-disable-next-line @typescript-eslint/require-await -- the signature leaves room for work before connecting
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const { logger } = options;
  const apiBase = options.apiBase ?? DISCORD_API;
  const abort = new AbortController();
  const client = openClient({
    apiBase,
    messageContent: options.messageContent ?? false,
    presence: presenceText(options.getLibrary()),
    logger,
  });
  let self: Self | undefined;
  const context = createContext(options, client, {
    apiBase,
    self: () => self,
    stopping: () => abort.signal.aborted,
  });
  const fatal = once((failure: FatalFailure) => {
    if (!abort.signal.aborted) options.onFatal(failure);
  });
  const inFlight = receiveEvents(client, context, logger);
  client.on('shardDisconnect', ({ code }) => {
    fatal(
      gatewayFailure(code) ?? {
        message: `Discord closed the connection for good (code ${code}).`,
        exitCode: 1,
      },
    );
  });
  const ready = new Promise<ReadyBot>((resolve) => {
    client.ws.on(GatewayDispatchEvents.Ready, (data: unknown) => {
      self = readSelf(data) ?? self;
      // discord.js takes the event in after this listener.
      setImmediate(() => {
        const bot = describeBot(client, self);
        logger.info(bot, 'ready');
        resolve(bot);
      });
    });
  });
  keepCommands(client, ready, logger);
  void connect(client, options, fatal, abort.signal);
  return {
    ready,
    async stop(reason) {
      if (abort.signal.aborted) return;
      logger.info({ reason, inFlight: inFlight.size() }, 'stopping');
      abort.abort();
      const drained = context.queue.close(DRAIN).then(() => inFlight.settled());
      // Telling people may hang on the network: it gets its own limit.
      await Promise.race([drained, setTimeout(DRAIN + GOODBYE, undefined, { ref: false })]);
      await Promise.race([client.destroy(), setTimeout(1_000, undefined, { ref: false })]);
      logger.info({ reason }, 'stopped');
    },
    refreshPresence() {
      if (client.isReady()) client.user.setPresence(presenceOf(presenceText(options.getLibrary())));
    },
  };
}

interface Surroundings extends Pick<BotContext, 'self' | 'stopping'> {
  readonly apiBase: string;
}

function createContext(
  options: BotOptions,
  client: Client,
  { apiBase, self, stopping }: Surroundings,
): BotContext {
  const { token, getLibrary } = options;
  const clock = options.clock ?? (() => performance.now());
  return {
    getLibrary,
    interactions: createInteractionTransport(apiBase),
    channels: createChannelTransport({ rest: client.rest, apiBase, token, selfId: () => self()?.userId }),
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

/** Registers what has changed once the servers are known, and looks after a server that comes later. */
function keepCommands(client: Client, ready: Promise<ReadyBot>, logger: Logger): void {
  void ready.then(async ({ applicationId }) => {
    await syncCommands(client.rest, applicationId, [...client.guilds.cache.keys()], logger);
    client.on('guildCreate', ({ id }) => void syncCommands(client.rest, applicationId, [id], logger));
  });
}

/** Tries until Discord can be reached; only a refused token ends it. */
async function connect(
  client: Client,
  { token, logger }: BotOptions,
  fatal: (failure: FatalFailure) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      // The same as login(), which would destroy the client when the first attempt fails.
      client.token = token;
      client.rest.setToken(token);
      await client.rest.get('/gateway/bot');
      await client.login(token);
      return;
    } catch (error) {
      if (isRefusedToken(error) || statusOf(error) === 401) {
        fatal(REFUSED_TOKEN);
        return;
      }
      const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** attempt);
      logger.warn(
        { seconds: pause / 1000, error: describeError(error) },
        'Discord cannot be reached; trying again',
      );
      await setTimeout(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

function describeBot(client: Client, self: Self | undefined): ReadyBot {
  const applicationId = self?.applicationId ?? '';
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: INVITE_PERMISSIONS.toString(),
  });
  return {
    applicationId,
    userId: self?.userId ?? '',
    username: client.user?.username ?? '',
    guilds: client.guilds.cache.size,
    inviteUrl: `https://discord.com/oauth2/authorize?${query.toString()}`,
  };
}

function once<T>(act: (value: T) => void): (value: T) => void {
  let done = false;
  return (value) => {
    if (!done) act(value);
    done = true;
  };
}
