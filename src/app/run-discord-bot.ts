import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createLogger } from '../adapters/create-logger.ts';
import { lockProcess } from '../adapters/lock-process.ts';
import { runBot } from '../discord/run-bot.ts';
import { VerbatimError } from '../domain/errors.ts';
import { compose } from './compose.ts';
import type { Composition } from './compose.ts';
import type { Config } from './config.ts';
import { ensureIndex } from './ensure-index.ts';
import { openLiveLibrary } from './live-library.ts';

/** Runs the bot until it is told to stop. @returns the exit code @throws VerbatimError discord-token */
export async function runDiscordBot(config: Config): Promise<number> {
  const token = requireToken(config);
  const lock = await lockProcess(join(config.dataDir, `bot-${nameBot(config, token)}.lock`));
  if ('heldBy' in lock) {
    throw new VerbatimError(
      'config-invalid',
      `This bot already runs here, as process ${lock.heldBy}; two would answer everything twice. Stop that one first.`,
    );
  }
  const logger = createLogger(config.logLevel);
  const composition = compose(config);
  // Until the bot runs there is nothing to finish: an index is written whole or not at all.
  const leave = () => void lock.release().finally(() => process.exit(0));
  process.on('SIGTERM', leave).on('SIGINT', leave);
  try {
    await prepareIndex(composition, logger);
    return await serve(composition, {
      token,
      logger,
      onServing: () => process.off('SIGTERM', leave).off('SIGINT', leave),
    });
  } finally {
    await lock.release();
  }
}

/** @throws VerbatimError discord-token, saying where to get one */
export function requireToken({ discordToken }: Config): string {
  if (discordToken !== undefined) return discordToken;
  throw new VerbatimError(
    'discord-token',
    'There is no DISCORD_TOKEN. Create an application on https://discord.com/developers/applications, copy the token from its Bot page, and put it into .env (see .env.example) or the environment. To try Verbatim without Discord: npm run ask -- "question"',
  );
}

/** Two bots may share a data folder; one bot may not run twice. The token itself stays out of the name. */
function nameBot({ discordApiBase }: Config, token: string): string {
  return createHash('sha256')
    .update(`${discordApiBase ?? ''} ${token}`)
    .digest('hex')
    .slice(0, 12);
}

/** A fault in the corpus is no reason to stay silent while there is an index to answer from. */
async function prepareIndex(composition: Composition, logger: Logger): Promise<void> {
  try {
    const corpus = await composition.readCorpus();
    if (corpus.entries.length > 0) await ensureIndex(composition, corpus);
    else logger.warn({ corpus: composition.config.corpusDir }, 'the corpus holds no article');
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    const usable = await composition.openLibrary().catch(() => undefined);
    if (!usable) throw error;
    await usable.close();
    logger.error({ code: error.code }, `${error.message} The bot answers from the index before.`);
  }
}

interface Serving {
  readonly token: string;
  readonly logger: Logger;
  /** Called when the bot itself listens to signals. */
  readonly onServing: () => void;
}

async function serve(composition: Composition, { token, logger, onServing }: Serving): Promise<number> {
  const { discordApiBase, cooldown, messageContent } = composition.config;
  let refreshPresence = (): void => undefined;
  const live = await openLiveLibrary(composition, {
    onReplaced: (generation) => {
      logger.info({ generation }, 'answering from a new index');
      refreshPresence();
    },
    onFailed: (error) => {
      logger.error({ err: error }, 'the new index cannot be opened; answering from the one before');
    },
  });
  try {
    const running = runBot(
      {
        token,
        ...(discordApiBase === undefined ? {} : { apiBase: discordApiBase }),
        getLibrary: live.get,
        logger,
        cooldown,
        messageContent,
        onStarted: (bot) => {
          refreshPresence = () => {
            bot.refreshPresence();
          };
          const { username, inviteUrl } = bot.identity;
          // Standard output holds the log.
          process.stderr.write(`${username} is online. Invite it to a server: ${inviteUrl}\n`);
        },
      },
      process,
      (message) => process.stderr.write(`${message}\n`),
    );
    onServing();
    return await running;
  } finally {
    await live.close();
  }
}
