import { z } from 'zod';
import { LAYOUTS } from '../domain/layout.ts';
import { STRICTNESS_LEVELS } from '../domain/question.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the documentation says about a setting. */
export interface SettingFacts {
  /** One sentence, in Markdown. */
  readonly what: string;
  /** The value without a setting, as it would be typed; for a default that depends on others, in words. */
  readonly standard?: string;
  /** A value to copy, where the standard one says too little. */
  readonly example?: string;
  /** Its value may hold a password and is never shown. */
  readonly secret?: boolean;
}

/** Facts by schema: `npm run docs` writes the tables from them. */
export const SETTING_FACTS = z.registry<SettingFacts>();

function text(what: string, facts: Omit<SettingFacts, 'what'> = {}) {
  return z
    .string()
    .optional()
    .register(SETTING_FACTS, { what, ...facts });
}

function textOr(standard: string, what: string) {
  return z.string().default(standard).register(SETTING_FACTS, { what, standard });
}

function choice<const T extends readonly string[]>(values: T, standard: T[number], what: string) {
  return z
    .enum(values, { error: `has to be one of ${values.join(', ')}` })
    .default(standard)
    .register(SETTING_FACTS, { what, standard });
}

function flag(what: string) {
  const values = ['0', '1', 'true', 'false'] as const;
  return z
    .enum(values, { error: `has to be one of ${values.join(', ')}` })
    .transform((value) => value === '1' || value === 'true')
    .prefault('0')
    .register(SETTING_FACTS, { what, standard: '0' });
}

function wholeNumber(standard: number, what: string) {
  return z
    .string()
    .regex(/^\d{1,6}$/, { error: 'has to be a whole number, 0 or more' })
    .transform(Number)
    .prefault(String(standard))
    .register(SETTING_FACTS, { what, standard: String(standard) });
}

function postgresAddress(what: string, example: string, standard: string) {
  return z
    .string()
    .refine((value) => /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value), {
      error: `has to be an address such as ${example}`,
    })
    .optional()
    .register(SETTING_FACTS, { what, standard, example, secret: true });
}

function address(what: string, example: string, standard: string) {
  return z
    .string()
    .regex(/^https?:\/\/\S+$/, { error: `has to be an address such as ${example}` })
    .optional()
    .register(SETTING_FACTS, { what, standard, example });
}

function timeZone(what: string, example: string, standard: string) {
  return z
    .string()
    .refine(isTimeZone, { error: `has to be a time zone such as ${example}` })
    .optional()
    .register(SETTING_FACTS, { what, standard, example });
}

function isTimeZone(value: string): boolean {
  // An offset would be taken, too, and know nothing of summer time.
  if (!/^[A-Za-z]/u.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * Every environment variable that is read, in the order of the documentation. What is added here is checked,
 * documented and in .env.example; `readConfig` gives it its name in the code.
 */
export const SETTINGS = z.object({
  DISCORD_TOKEN: text(
    'the bot’s token: <https://discord.com/developers/applications> → your application → Bot → Reset Token',
  ),
  COOLDOWN_BURST: wholeNumber(
    5,
    'questions that one user may ask within `COOLDOWN_SECONDS`; 0 turns the limit off',
  ),
  COOLDOWN_SECONDS: wholeNumber(20, 'the time that `COOLDOWN_BURST` counts in; 0 turns the limit off'),
  MESSAGE_CONTENT: flag(
    '1 asks for the Message Content intent (switch it on in the portal, too); not needed for mentions, direct messages and commands',
  ),
  LAYOUT: choice(
    LAYOUTS,
    'components',
    'how the bot lays its messages out: components (Discord’s Components V2) or the older embeds',
  ),
  KEEP_EXCHANGES_DAYS: wholeNumber(
    30,
    'days that questions and the places quoted for them are kept in the store, for follow-ups and sharing',
  ),
  KEEP_GAPS_DAYS: wholeNumber(
    90,
    'days that questions without a good answer are kept in the store, for the managers of their server',
  ),
  KEEP_SERVER_DAYS: wholeNumber(
    30,
    'days that the data of a server is kept after it has removed the bot; 0 deletes it within a day',
  ),
  STORE_URL: postgresAddress(
    'the PostgreSQL that is the store; what is remembered and set is kept there',
    'postgres://verbatim:password@localhost/verbatim',
    'SQLite in `DATA_DIR`/verbatim.db',
  ),
  DISCORD_API_BASE: address(
    'another address of Discord’s API, for a proxy or a local stand-in',
    'http://127.0.0.1:3950/api',
    'Discord’s own',
  ),
  TIME_ZONE: timeZone(
    'where the people of your servers live, for `/read start`',
    'Europe/Berlin',
    'each server is asked once',
  ),
  SOURCE_URL: address(
    'where the source code of your bot lies; `/help` links to it',
    'https://example.org/verbatim',
    'no link',
  ),
  STRICTNESS: choice(
    STRICTNESS_LEVELS,
    'balanced',
    'how sure an answer has to be: strict, balanced or lenient',
  ),
  READER: choice(
    ['on', 'off'],
    'on',
    'whether the reader (`verbatim-reader` below `MODELS_DIR`) points at the exact answer: better answers, for some six times the time',
  ),
  ARTICLES_DEFAULT: choice(
    ['public', 'private'],
    'public',
    'who may read an article that does not say so itself: every server (public), or none until it is given to one (private)',
  ),
  FETCH: choice(
    ['on', 'off'],
    'off',
    'whether members may add pages by their address, which the bot then fetches; public http(s) addresses on ports 80 and 443 alone',
  ),
  SERVER_MAX_ARTICLES: wholeNumber(50, 'articles that one server may add; 0 lets none'),
  SERVER_MAX_WORDS: wholeNumber(200_000, 'words that the articles of one server may have together'),
  SERVER_MAX_ADDS_A_DAY: wholeNumber(20, 'articles that one server may add or replace within 24 hours'),
  CORPUS_DIR: textOr('corpus', 'where the articles lie'),
  DATA_DIR: textOr('data', 'where the index and other data go'),
  INDEX_DIR: text('where the index goes', { standard: '`DATA_DIR`/index', example: 'data/index' }),
  MODEL: textOr('Xenova/all-MiniLM-L6-v2', 'the embedding model: a folder, or a name below `MODELS_DIR`'),
  MODELS_DIR: textOr('models', 'where the models lie'),
  ALLOW_MODEL_DOWNLOAD: flag('1 allows a model that is missing to be downloaded from the Hugging Face hub'),
  LOG_LEVEL: choice(
    LOG_LEVELS,
    'info',
    'trace, debug, info, warn, error, fatal or silent; questions are never logged at info, tokens never at all',
  ),
});

/** The settings as they were read: numbers are numbers, flags booleans. */
export type Settings = z.infer<typeof SETTINGS>;

/** The environment as Node.js has it: a variable may be unset, or set to nothing. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A value that a setting does not take. */
export interface SettingMistake {
  readonly name: string;
  readonly value: string;
  /** 'has to be …' */
  readonly rule: string;
}

/** Reads the settings; a variable of nothing but white space is one that is not set. */
export function parseSettings(env: Environment): Settings | { readonly mistakes: readonly SettingMistake[] } {
  const set = Object.keys(SETTINGS.shape).flatMap((name) => {
    const value = env[name]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  const values = new Map(set);
  const result = SETTINGS.safeParse(Object.fromEntries(values));
  if (result.success) return result.data;
  return {
    mistakes: result.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return { name, value: isSecret(name) ? '…' : (values.get(name) ?? ''), rule: message };
    }),
  };
}

function isSecret(name: string): boolean {
  const schema = Object.entries(SETTINGS.shape).find(([key]) => key === name)?.[1];
  return schema !== undefined && SETTING_FACTS.get(schema)?.secret === true;
}
