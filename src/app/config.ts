import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { VerbatimError } from '../domain/errors.ts';
import { parseSettings } from './settings.ts';
import type { Environment, Settings } from './settings.ts';

/** Everything that the environment decides; read once, in one place. */
export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly indexDir: string;
  readonly model: string;
  readonly modelsDir: string;
  readonly allowModelDownload: boolean;
  readonly reader: Settings['READER'];
  readonly strictness: Settings['STRICTNESS'];
  readonly articlesDefault: Settings['ARTICLES_DEFAULT'];
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly discordToken: string | undefined;
  /** Without a trailing slash and version; undefined for Discord's own. */
  readonly discordApiBase: string | undefined;
  /** Where the bot's own source lies. */
  readonly timeZone: string | undefined;
  readonly sourceUrl: string | undefined;
  readonly messageContent: boolean;
  readonly layout: Settings['LAYOUT'];
  /** Days that exchanges are kept for follow-ups and sharing. */
  readonly keepExchangesDays: number;
  /** Whether pages may be fetched for members. */
  readonly fetch: Settings['FETCH'];
  readonly serverLimits: { readonly articles: number; readonly words: number; readonly addsADay: number };
  /** Days that questions without a good answer are kept. */
  readonly keepGapsDays: number;
  /** Days that the data of a server is kept after it has removed the bot. */
  readonly keepServerDays: number;
  /** The file of the store, or the address of its PostgreSQL, which may hold a password. */
  readonly storeLocation: string;
  readonly cooldown: { readonly burst: number; readonly seconds: number };
}

/** Folders named on the command line; they win over the environment. */
export interface ConfigOverrides {
  readonly corpus?: string | undefined;
  readonly index?: string | undefined;
}

/** @throws VerbatimError config-invalid, naming each variable that is wrong and what it may be */
export function readConfig(env: Environment, overrides: ConfigOverrides = {}): Config {
  const settings = parseSettings(env);
  if ('mistakes' in settings) {
    const lines = settings.mistakes.map(({ name, value, rule }) => `${name} is "${value}", but it ${rule}.`);
    throw new VerbatimError(
      'config-invalid',
      `${lines.join('\n')} Correct it in the environment or in .env.`,
    );
  }
  const dataDir = resolve(settings.DATA_DIR);
  const corpusDir = resolve(overrides.corpus ?? settings.CORPUS_DIR);
  const ownIndex = overrides.corpus === undefined ? settings.INDEX_DIR : nameTryOut(dataDir, corpusDir);
  return {
    corpusDir,
    dataDir,
    indexDir: resolve(overrides.index ?? ownIndex ?? join(dataDir, 'index')),
    model: settings.MODEL,
    modelsDir: resolve(settings.MODELS_DIR),
    allowModelDownload: settings.ALLOW_MODEL_DOWNLOAD,
    reader: settings.READER,
    strictness: settings.STRICTNESS,
    articlesDefault: settings.ARTICLES_DEFAULT,
    logLevel: settings.LOG_LEVEL,
    discordToken: settings.DISCORD_TOKEN,
    discordApiBase: settings.DISCORD_API_BASE?.replace(/\/+$/, '').replace(/\/v\d+$/, ''),
    timeZone: settings.TIME_ZONE,
    sourceUrl: settings.SOURCE_URL,
    messageContent: settings.MESSAGE_CONTENT,
    layout: settings.LAYOUT,
    keepExchangesDays: settings.KEEP_EXCHANGES_DAYS,
    fetch: settings.FETCH,
    serverLimits: {
      articles: settings.SERVER_MAX_ARTICLES,
      words: settings.SERVER_MAX_WORDS,
      addsADay: settings.SERVER_MAX_ADDS_A_DAY,
    },
    keepGapsDays: settings.KEEP_GAPS_DAYS,
    keepServerDays: settings.KEEP_SERVER_DAYS,
    storeLocation: settings.STORE_URL ?? join(dataDir, 'verbatim.db'),
    cooldown: { burst: settings.COOLDOWN_BURST, seconds: settings.COOLDOWN_SECONDS },
  };
}

/** An index of its own for a corpus named on the command line: a try-out never replaces a bot's index. */
function nameTryOut(dataDir: string, corpusDir: string): string {
  const hash = createHash('sha256').update(corpusDir).digest('hex').slice(0, 8);
  const name = basename(corpusDir).replace(/[^\p{L}\p{N}.-]+/gu, '-');
  return join(dataDir, 'indexes', `${name}-${hash}`);
}
