import { ActivityType, Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import { VerbatimError } from '../domain/errors.ts';
import type { Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { openRest } from './open-rest.ts';

export interface ClientSettings {
  readonly apiBase: string;
  readonly messageContent: boolean;
  readonly presence: string;
  readonly logger: Logger;
}

/** A client that keeps what permissions are worked out from and nothing else, and that survives malformed events. */
export function openClient({ apiBase, messageContent, presence, logger }: ClientSettings): Client {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    partials: [Partials.Channel],
    presence: presenceOf(presence),
    rest: { api: apiBase },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      UserManager: { maxSize: 1000, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 1000, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
  });
  client.rest = openRest({ apiBase });
  guardPackets(client.ws, logger);
  client.on('error', (error) => {
    logger.warn({ error: describeError(error) }, 'the gateway client reported an error');
  });
  client.on('shardError', (error, shardId) => {
    logger.warn({ shardId, error: describeError(error) }, 'the gateway connection had an error');
  });
  return client;
}

export function presenceOf(text: string): {
  activities: { name: string; state: string; type: ActivityType.Custom }[];
} {
  return { activities: [{ name: 'Custom Status', state: text, type: ActivityType.Custom }] };
}

/**
 * discord.js parses every event into its own structures and throws on one that lacks a field; thrown inside the
 * socket's listener, that ends the process. Its one entry for events is not part of its types, hence the check.
 * @throws VerbatimError discord-library when that entry is gone: without the guard the bot would be at the mercy of any event
 */
export function guardPackets(manager: object, logger: Logger): void {
  const original: unknown = Reflect.get(manager, 'handlePacket');
  if (typeof original !== 'function') {
    throw new VerbatimError(
      'discord-library',
      'The installed discord.js has no handlePacket, which the bot guards so that an event it cannot read does not end it. Run `npm ci` to install the version that package-lock.json names.',
    );
  }
  Reflect.set(manager, 'handlePacket', (...packet: unknown[]) => {
    try {
      return Reflect.apply(original, manager, packet) as unknown;
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'discord.js could not read an event');
      return false;
    }
  });
}
