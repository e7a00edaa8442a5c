import type { Logger } from 'pino';
import { createLogger } from '../adapters/create-logger.ts';
import { lockProcess } from '../adapters/lock-process.ts';
import type { CommandIo } from '../cli/command.ts';
import { updateIndex } from '../cli/update-index.ts';
import { waitForSignal } from '../cli/wait-for-signal.ts';
import { runBot } from '../discord/run-bot.ts';
import { EVERYONE } from '../domain/audience.ts';
import { VerbatimError } from '../domain/errors.ts';
import { compose } from './compose.ts';
import type { Composition, ModelLoaders } from './compose.ts';
import type { Config } from './config.ts';
import { followScopes } from './follow-scopes.ts';
import { keepExamples } from './keep-examples.ts';
import { nameBotLock } from './name-bot-lock.ts';
import { openDesk } from './open-desk.ts';
import { openDeskStores } from './desk-stores.ts';
import { openMemory } from './open-memory.ts';
import type { Memory } from './open-memory.ts';
import { openPractice } from './open-practice.ts';
import { openLiveLibrary } from './live-library.ts';
import { openWorkspace } from './open-workspace.ts';
import { requireToken } from './require-token.ts';

/** What the bot needs of the process that it runs in. */
export type BotIo = Pick<CommandIo, 'stdout' | 'stderr' | 'signals' | 'now'>;

/** Runs the bot until it is told to stop. @returns the exit code @throws VerbatimError discord-token */
export async function runDiscordBot(config: Config, io: BotIo, loaders: ModelLoaders = {}): Promise<number> {
  const token = requireToken(config);
  const lock = await lockProcess(nameBotLock(config, token));
  if ('heldBy' in lock) {
    throw new VerbatimError(
      'config-invalid',
      `This bot already runs here, as process ${lock.heldBy}; two would answer everything twice. Stop that one first.`,
    );
  }
  const logger = createLogger(config.logLevel, io.stdout);
  const composition = compose(config, loaders);
  try {
    // Until the bot runs there is nothing to finish: an index is written whole or not at all.
    const ending = new AbortController();
    const told = waitForSignal(io.signals, ending.signal).then(() => 'told to end' as const);
    const prepared = await Promise.race([told, prepareIndex(composition, logger, io)]);
    if (prepared === 'told to end') return 0;
    return await serve(composition, {
      ...io,
      token,
      logger,
      onServing: () => {
        ending.abort();
      },
    });
  } finally {
    await lock.release();
  }
}

/** A fault in the corpus is no reason to stay silent while there is an index to answer from. */
async function prepareIndex(composition: Composition, logger: Logger, io: BotIo): Promise<void> {
  try {
    const workspace = openWorkspace(composition.config, () => Promise.resolve(composition));
    const corpus = await workspace.readCorpus();
    if (corpus.entries.length > 0)
      await updateIndex(corpus, { stream: io.stderr, now: io.now, announce: workspace });
    else logger.warn({ corpus: composition.config.corpusDir }, 'the corpus holds no article');
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    const usable = await composition.openLibrary().catch(() => undefined);
    if (!usable) throw error;
    await usable.close();
    logger.error({ code: error.code }, `${error.message} The bot answers from the index before.`);
  }
}

interface Serving extends BotIo {
  readonly token: string;
  readonly logger: Logger;
  /** Called when the bot itself listens to signals. */
  readonly onServing: () => void;
}

async function serve(
  composition: Composition,
  { token, logger, onServing, stderr, signals }: Serving,
): Promise<number> {
  const { discordApiBase, cooldown, messageContent, layout, sourceUrl, timeZone } = composition.config;
  const memory = await openMemory(composition.config, logger);
  const scopes = await followScopes(memory.guard);
  const { keepExchangesDays, keepGapsDays, keepServerDays } = composition.config;
  let refreshPresence = (): void => undefined;
  let tellAnswered = (): void => undefined;
  const live = await openLiveLibrary(
    { store: composition.store, openLibrary: () => composition.openLibrary(scopes.get) },
    {
      onReplaced: (generation) => {
        logger.info({ generation }, 'answering from a new index');
        refreshPresence();
        examples.refresh();
        tellAnswered();
      },
      onFailed: (error) => {
        logger.error({ err: error }, 'the new index cannot be opened; answering from the one before');
      },
    },
  );
  const examples = keepExamples(
    () => live.libraryFor(EVERYONE),
    (error) => {
      logger.warn({ err: error }, 'no example questions were found for help');
    },
  );
  const desk = await openDesk(composition, { ...openDeskStores(memory.guard), logger });
  try {
    const running = runBot(
      {
        token,
        ...(discordApiBase === undefined ? {} : { apiBase: discordApiBase }),
        libraryFor: live.libraryFor,
        articles: desk,
        memory,
        openInDirect: () => serversOpenInDirect(memory),
        keptDays: { exchanges: keepExchangesDays, gaps: keepGapsDays, server: keepServerDays },
        embedQuestion: async (text) => (await (await composition.loadModel()).encodeQuestion(text)).vector,
        logger,
        cooldown,
        messageContent,
        layout,
        sourceUrl,
        timeZone,
        getExamples: examples.get,
        practice: openPractice(composition.config.corpusDir),
        onStarted: (bot) => {
          refreshPresence = () => {
            bot.refreshPresence();
          };
          tellAnswered = () => void bot.tellAnswered();
          tellAnswered();
          examples.refresh();
          const { username, inviteUrl } = bot.identity;
          // Standard output holds the log.
          stderr.write(`${username} is online. Invite it to a server: ${inviteUrl}\n`);
        },
      },
      signals,
      (message) => stderr.write(`${message}\n`),
    );
    onServing();
    return await running;
  } finally {
    examples.stop();
    scopes.stop();
    await desk.close();
    await memory.close();
    await live.close();
  }
}

/** Those whose members may ask their articles in direct messages, too. */
async function serversOpenInDirect({ guard, settings }: Memory): Promise<readonly string[]> {
  const servers = await guard.read((store) => store.settings.servers(), []);
  const open = servers.map(async (id) => ((await settings.read(id)).articlesInDirectMessages ? [id] : []));
  return (await Promise.all(open)).flat();
}
