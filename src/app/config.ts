import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { VerbatimError } from '../domain/errors.ts';
import { STRICTNESS_LEVELS } from '../domain/question.ts';
import type { Strictness } from '../domain/question.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that the environment decides; read once, in one place. */
export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly indexDir: string;
  readonly model: string;
  readonly modelsDir: string;
  readonly allowModelDownload: boolean;
  readonly strictness: Strictness;
  readonly logLevel: LogLevel;
  readonly discordToken: string | undefined;
  /** Without a trailing slash and version; undefined for Discord's own. */
  readonly discordApiBase: string | undefined;
  readonly messageContent: boolean;
  readonly cooldown: { readonly burst: number; readonly seconds: number };
}

/** Folders named on the command line; they win over the environment. */
export interface ConfigOverrides {
  readonly corpus?: string | undefined;
  readonly index?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads .env, if there is one, into the environment; what is set already wins. */
export function loadEnvironment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}

/** @throws VerbatimError config-invalid, naming the variable */
export function readConfig(env: Environment, overrides: ConfigOverrides = {}): Config {
  const dataDir = resolve(text(env, 'DATA_DIR') ?? 'data');
  const corpusDir = resolve(overrides.corpus ?? text(env, 'CORPUS_DIR') ?? 'corpus');
  return {
    corpusDir,
    dataDir,
    indexDir: resolve(
      overrides.index ?? defaultIndexDir(env, { dataDir, corpusDir }, overrides.corpus !== undefined),
    ),
    model: text(env, 'MODEL') ?? 'Xenova/all-MiniLM-L6-v2',
    modelsDir: resolve(text(env, 'MODELS_DIR') ?? 'models'),
    allowModelDownload: flag(env, 'ALLOW_MODEL_DOWNLOAD'),
    strictness: choice(env, 'STRICTNESS', STRICTNESS_LEVELS, 'balanced'),
    logLevel: choice(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    discordToken: text(env, 'DISCORD_TOKEN'),
    discordApiBase: apiBase(env),
    messageContent: flag(env, 'MESSAGE_CONTENT'),
    cooldown: {
      burst: wholeNumber(env, 'COOLDOWN_BURST', 5),
      seconds: wholeNumber(env, 'COOLDOWN_SECONDS', 20),
    },
  };
}

/** An index of its own for a corpus named on the command line: a try-out never replaces a bot's index. */
function defaultIndexDir(
  env: Environment,
  { dataDir, corpusDir }: { readonly dataDir: string; readonly corpusDir: string },
  isTryOut: boolean,
): string {
  if (!isTryOut) return text(env, 'INDEX_DIR') ?? join(dataDir, 'index');
  const hash = createHash('sha256').update(corpusDir).digest('hex').slice(0, 8);
  const name = basename(corpusDir).replace(/[^\p{L}\p{N}.-]+/gu, '-');
  return join(dataDir, 'indexes', `${name}-${hash}`);
}

function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function flag(env: Environment, name: string): boolean {
  return choice(env, name, ['0', '1', 'true', 'false'] as const, '0').match(/^(?:1|true)$/) !== null;
}

function choice<T extends string>(env: Environment, name: string, values: readonly T[], fallback: T): T {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const chosen = values.find((candidate) => candidate === value);
  if (chosen === undefined) throw invalid(name, value, `has to be one of ${values.join(', ')}`);
  return chosen;
}

function wholeNumber(env: Environment, name: string, fallback: number): number {
  const value = text(env, name);
  if (value === undefined) return fallback;
  if (!/^\d{1,6}$/.test(value)) throw invalid(name, value, 'has to be a whole number, 0 or more');
  return Number(value);
}

function apiBase(env: Environment): string | undefined {
  const value = text(env, 'DISCORD_API_BASE');
  if (value === undefined) return undefined;
  if (!/^https?:\/\/[^\s]+$/.test(value)) {
    throw invalid('DISCORD_API_BASE', value, 'has to be an address such as http://127.0.0.1:3950/api');
  }
  return value.replace(/\/+$/, '').replace(/\/v\d+$/, '');
}

function invalid(name: string, value: string, rule: string): VerbatimError {
  return new VerbatimError(
    'config-invalid',
    `${name} is "${value}", but it ${rule}. Correct it in the environment or in .env.`,
  );
}
