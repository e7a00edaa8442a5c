import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { DiscordAPIError, PermissionFlagsBits } from 'discord.js';
import type { Client } from 'discord.js';
import { createGapMemory } from '../conversation/gap-memory.ts';
import { createAudienceOf } from './audience-of.ts';
import { wordsIn } from '../words/words.ts';
import type { BotContext } from './bot-context.ts';
import type { BotOptions } from './bot-options.ts';
import { createChannelTransport } from './channel-transport.ts';
import { languageIn } from './choose-words.ts';
import { describeError } from './classify-error.ts';
import { createCooldown, createRecentIds } from './cooldown.ts';
import { createAttachmentReader } from './read-attachment.ts';
import { createQuizMaster } from './features/quiz/create-quiz-master.ts';
import { createReadingMaster } from './features/reading/create-reading-master.ts';
import { createInteractionTransport } from './interaction-transport.ts';
import { rememberCards } from './remember-cards.ts';
import { createTellPrivately } from './tell-privately.ts';
import type { MessageView } from './messages/message-view.ts';
import { inLayout } from './serve-server.ts';
import { REAL_TIME } from './timekeeper.ts';
import { createWorkQueue } from './work-queue.ts';

interface Surroundings extends Pick<BotContext, 'self' | 'stopping'> {
  readonly apiBase: string;
}

/** Seconds until the same hint is given to somebody again, and until their thanks are noticed again. */
const HINT_AGAIN = 60;
const REACT_AGAIN = 60;

/** What the handlers share, over a client that need not be connected yet. */
export function createContext(
  options: BotOptions,
  client: Client,
  { apiBase, self, stopping }: Surroundings,
): BotContext {
  const { token, libraryFor, memory } = options;
  const clock = options.clock ?? (() => performance.now());
  const layout = options.layout ?? 'components';
  const channels = createChannelTransport({ apiBase, token, selfId: () => self()?.userId, layout });
  const languageFor = languageIn(memory.settings);
  const inHand = new Map<string, Promise<void>>();
  const time = options.time ?? REAL_TIME;
  const practice = options.practice ?? { cardsOf: () => Promise.resolve([]) };
  const wordsOf = async (serverId: string) => {
    const locale = client.guilds.cache.get(serverId)?.preferredLocale;
    return wordsIn(await languageFor({ serverId, locale }));
  };
  const leading = {
    guard: memory.guard,
    channels,
    libraryFor,
    wordsIn: wordsOf,
    layOut: async (view: MessageView, serverId: string) =>
      inLayout(view, await memory.settings.read(serverId)),
    time,
    log: options.logger,
  };
  return {
    layout,
    languageFor,
    wordsIn: (serverId) => (serverId === undefined ? Promise.resolve(wordsIn('en')) : wordsOf(serverId)),
    getExamples: options.getExamples ?? (() => []),
    sourceUrl: options.sourceUrl,
    messageContent: options.messageContent ?? false,
    libraryFor,
    articles: options.articles,
    readAttachment: createAttachmentReader(apiBase),
    audienceOf: createAudienceOf({
      openInDirect: options.openInDirect ?? (() => Promise.resolve([])),
      isMember: (serverId, userId) => isMember(client, serverId, userId),
    }),
    memory: memory.exchanges,
    settings: memory.settings,
    guard: memory.guard,
    quizzes: createQuizMaster(leading),
    readings: createReadingMaster(leading),
    timeZone: options.timeZone,
    practice: { ...practice, cardsOf: rememberCards(practice.cardsOf) },
    time,
    keptDays: options.keptDays,
    removeArticles: async (serverId) => {
      await options.articles?.removeServer(serverId).catch((error: unknown) => {
        options.logger.error(
          { error: describeError(error), serverId },
          'the articles of a server are still there',
        );
      });
    },
    gaps: createGapMemory(memory.guard, options.embedQuestion, (error) => {
      options.logger.warn({ error: describeError(error) }, 'a question could not be kept for the managers');
    }),
    isMember: (serverId, userId) => isMember(client, serverId, userId),
    interactions: createInteractionTransport(apiBase, layout),
    channels,
    queue: createWorkQueue({ limit: options.queueLimit ?? 500, concurrency: options.concurrency ?? 1 }),
    cooldown: createCooldown({ ...options.cooldown, clock }),
    hints: createCooldown({ burst: 1, seconds: HINT_AGAIN, clock }),
    reactions: createCooldown({ burst: 1, seconds: REACT_AGAIN, clock }),
    tellPrivately: createTellPrivately(channels, clock),
    deleted: createRecentIds(),
    handled: (id) => inHand.get(id) ?? Promise.resolve(),
    watch(id, handling) {
      inHand.set(id, handling);
      void handling.finally(() => inHand.delete(id));
    },
    clock,
    stopping,
    self,
    permissionsIn: (channelId) => permissionsIn(client, channelId),
    ownRoleIn: (serverId) => ownRoleIn(client, serverId),
    parentOf: (channelId) => parentOf(client, channelId),
    isOwnThread: (channelId) => isOwnThread(client, channelId),
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

function ownRoleIn(client: Client, serverId: string): string | undefined {
  const { user } = client;
  return user ? client.guilds.cache.get(serverId)?.roles.botRoleFor(user)?.id : undefined;
}

function parentOf(client: Client, channelId: string): string | undefined {
  const channel = client.channels.cache.get(channelId);
  return channel?.isThread() === true ? (channel.parentId ?? undefined) : undefined;
}

function isOwnThread(client: Client, channelId: string): boolean {
  const channel = client.channels.cache.get(channelId);
  return channel?.isThread() === true && channel.ownerId === client.user?.id;
}

/** @throws when Discord does not say */
async function isMember(client: Client, serverId: string, userId: string): Promise<boolean> {
  if (!client.guilds.cache.has(serverId)) return false;
  try {
    await client.rest.get(Routes.guildMember(serverId, userId));
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember) return false;
    throw error;
  }
}
