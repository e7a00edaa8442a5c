import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach } from 'vitest';
import { REGISTERED_COMMANDS } from '../../src/discord/commands/registered-commands.ts';
import type {
  BotMemory,
  BotOptions,
  FatalFailure,
  Logger,
  RunningBot,
} from '../../src/discord/bot-options.ts';
import { startBot } from '../../src/discord/start-bot.ts';
import type { ExchangeStore } from '../../src/domain/ports/exchange-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import type { Library } from '../../src/domain/library.ts';
import type { Discord } from '../discord-standin/driver.ts';
import type { StandInOptions } from '../discord-standin/start-standin.ts';
import { startDiscordStandIn } from '../discord-standin/start-standin.ts';
import { createExchangeMemory } from '../../src/conversation/exchange-memory.ts';
import { createSettingsMemory } from '../../src/conversation/settings-memory.ts';
import { createStoreGuard } from '../../src/conversation/store-guard.ts';
import type { StoreGuard } from '../../src/conversation/store-guard.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { createMemoryExchangeStore } from '../doubles/memory-exchange-store.ts';
import { createMemoryStore } from '../doubles/memory-store.ts';
import { textOf } from './read-message.ts';

export { textOf };

export const TOKEN = 'stand.in.token';

/** The settings of nobody who has set anything. */
export const KEPT_DAYS = { exchanges: 30, gaps: 90, server: 30 } as const;

export interface BotUnderTest {
  readonly discord: Discord;
  readonly bot: RunningBot;
  /** What the bot logged, one JSON line each. */
  readonly log: readonly string[];
  readonly failures: readonly FatalFailure[];
  /** Replaces the index, as a reload does. */
  readonly useLibrary: (library: Library) => void;
  /** Stops both, and fails when the bot broke a rule, pinged somebody or left more than so many with 'thinking…'. */
  readonly close: (stillThinking?: number) => Promise<void>;
}

export interface UnderTestOptions {
  readonly library?: Library;
  readonly bot?: Partial<BotOptions>;
  readonly discord?: Partial<StandInOptions>;
  /** One that another bot has left, instead of a new one. */
  readonly standIn?: Discord;
  /** Whether to wait until they are registered everywhere. Default true. */
  readonly waitForCommands?: boolean;
  /** Before the bot connects. */
  readonly prepare?: (discord: Discord) => Promise<void> | void;
}

/** The real bot with the real discord.js against the stand-in; the library is a double, without cooldown. */
export async function startBotUnderTest(options: UnderTestOptions = {}): Promise<BotUnderTest> {
  const discord = options.standIn ?? (await startDiscordStandIn({ token: TOKEN, ...options.discord }));
  await options.prepare?.(discord);
  let library = options.library ?? createLibraryDouble();
  const log: string[] = [];
  const failures: FatalFailure[] = [];
  const bot = await startBot({
    token: TOKEN,
    apiBase: discord.apiBase,
    libraryFor: () => library,
    memory: createTestMemory(),
    keptDays: KEPT_DAYS,
    logger: recordTo(log),
    cooldown: { burst: 0, seconds: 0 },
    onFatal: (failure) => failures.push(failure),
    ...options.bot,
  });
  if (!bot) throw new Error(`The bot did not start: ${failures.map(({ message }) => message).join(' ')}`);
  await discord.waitForReady();
  if (options.waitForCommands !== false)
    await discord.waitForCommands(REGISTERED_COMMANDS.map(({ name }) => name));
  return {
    discord,
    bot,
    log,
    failures,
    useLibrary(next) {
      library = next;
    },
    async close(stillThinking = 0) {
      await bot.stop('test');
      await discord.close();
      discord.expectNoViolations();
      const pings = discord.botPings().map(({ content }) => content);
      if (pings.length > 0) throw new Error(`The bot pinged somebody: ${pings.join(' | ')}`);
      if (discord.thinking().length > stillThinking) throw new Error('The bot left somebody with thinking….');
    },
  };
}

/** The bot of the test that runs. */
export interface CurrentBot {
  readonly test: BotUnderTest;
  readonly discord: Discord;
  /** Closes it, as BotUnderTest does, and starts another one. */
  restart(options: UnderTestOptions, stillThinking?: number): Promise<void>;
}

/** One bot for each test of a suite, closed after it. */
export function useBot(options: UnderTestOptions = {}): CurrentBot {
  let test: BotUnderTest;
  beforeEach(async () => {
    test = await startBotUnderTest(options);
  });
  afterEach(() => test.close());
  return {
    get test() {
      return test;
    },
    get discord() {
      return test.discord;
    },
    async restart(next, stillThinking) {
      await test.close(stillThinking);
      test = await startBotUnderTest(next);
    },
  };
}

/** A memory over the double of a store, or over one that fails. */
export function createTestMemory(
  store: ExchangeStore = createMemoryExchangeStore(),
  parts: Partial<Store> = {},
): BotMemory {
  const guard = createTestGuard(createMemoryStore({ ...parts, exchanges: store }));
  const settings = createSettingsMemory(guard, () => performance.now());
  return { exchanges: createExchangeMemory(guard), settings, guard };
}

/** The guard of a store, or of one that fails. */
function createTestGuard(store: Store): StoreGuard {
  return createStoreGuard({
    open: () => Promise.resolve(store),
    onFailed: () => undefined,
    onRecovered: () => undefined,
    clock: () => performance.now(),
  });
}

export function recordTo(log: string[], extra: object = {}): Logger {
  const record = (level: string) => (fields: object, message: string) => {
    log.push(JSON.stringify({ level, message, ...extra, ...fields }));
  };
  return {
    debug: record('debug'),
    info: record('info'),
    warn: record('warn'),
    error: record('error'),
    child: (fields) => recordTo(log, { ...extra, ...fields }),
  };
}

/** The same without bold type and escapes. */
export function plainTextOf(message: APIMessage | undefined): string {
  return textOf(message).replaceAll(/\*\*|\\/gu, '');
}
