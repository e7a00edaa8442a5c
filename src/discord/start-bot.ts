import { setTimeout } from 'node:timers/promises';
import { GatewayDispatchEvents } from 'discord.js';
import type { Client } from 'discord.js';
import { EVERYONE } from '../domain/audience.ts';
import { inviteUrl } from './invite-url.ts';
import { presenceText } from './messages/render-sources.ts';
import type { BotContext } from './bot-context.ts';
import type { BotIdentity, BotOptions, FatalFailure, RunningBot } from './bot-options.ts';
import { createContext } from './create-context.ts';
import { describeError } from './classify-error.ts';
import { connectClient } from './connect-client.ts';
import { DISCORD_API } from './discord-api.ts';
import { gatewayFailure } from './gateway-failure.ts';
import { openClient, presenceOf } from './open-client.ts';
import { readSelf } from './read-event.ts';
import type { Self } from './read-event.ts';
import { receiveEvents } from './receive-events.ts';
import type { InFlight } from './receive-events.ts';
import { syncCommands } from './register-commands.ts';
import { tellAnswered } from './tell-answered.ts';
import { watchServers } from './watch-servers.ts';

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
    presence: presenceText(options.libraryFor(EVERYONE)),
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
  inFlight.add(resume(context, logger));
  keepCommands(client, bot.applicationId, { inFlight, logger });
  const endWatch = watchServers(client, {
    guard: options.memory.guard,
    days: options.keptDays.server,
    removeArticles: context.removeArticles,
    logger,
  });
  return {
    identity: bot,
    async stop(reason) {
      if (stopping.signal.aborted) return;
      logger.info({ reason, inFlight: inFlight.size() }, 'stopping');
      stopping.abort();
      endWatch();
      await drain(context, inFlight);
      await Promise.all([context.quizzes.close(), context.readings.close()]);
      await disconnect(client);
      logger.info({ reason }, 'stopped');
    },
    async tellAnswered() {
      const telling = tellAnswered(context, logger);
      inFlight.add(telling);
      await telling;
    },
    refreshPresence() {
      if (client.isReady()) client.user.setPresence(presenceOf(presenceText(options.libraryFor(EVERYONE))));
    },
  };
}

/** What was played and read when the process ended goes on; whether the store can be used is not the bot's to wait for. */
async function resume({ quizzes, readings }: BotContext, logger: BotOptions['logger']): Promise<void> {
  await Promise.all(
    [quizzes, readings].map((leader) =>
      leader.resume().catch((error: unknown) => {
        logger.error({ error: describeError(error) }, 'quizzes or readings could not be taken up again');
      }),
    ),
  );
}

/** Finishes what is in flight or tells who waits. Telling people may hang on the network: it gets its own limit. */
async function drain({ queue }: BotContext, inFlight: InFlight): Promise<void> {
  const drained = queue.close(DRAIN).then(() => inFlight.settled());
  await Promise.race([drained, setTimeout(DRAIN + GOODBYE, undefined, { ref: false })]);
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
