import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { LAYOUTS } from '../../domain/layout.ts';
import { STRICTNESS_LEVELS } from '../../domain/question.ts';
import {
  CHANNEL_RULES,
  DEFAULT_SERVER_SETTINGS,
  GRADE_SCALES,
  QUIZ_LIMITS,
  QUIZ_MODES,
  WORD_LANGUAGES,
} from '../../domain/server-settings.ts';
import type { ServerSettings, SettingsField, SettingsPatch } from '../../domain/server-settings.ts';

/** What is not as the defaults have it. */
export type DecidedSettings = Partial<ServerSettings>;

const IDS = z
  .array(z.string().regex(/^[\w-]{1,40}$/, { error: 'has to be an id of Discord' }))
  .max(250)
  .readonly();

const FIELDS = {
  strictness: z.enum(STRICTNESS_LEVELS).exactOptional(),
  answerIn: z
    .strictObject({ mode: z.enum(CHANNEL_RULES), channels: IDS })
    .readonly()
    .exactOptional(),
  speaksIn: IDS.exactOptional(),
  layout: z.enum(LAYOUTS).exactOptional(),
  privateByDefault: z.boolean().exactOptional(),
  adders: z.strictObject({ everyone: z.boolean(), roles: IDS }).readonly().exactOptional(),
  language: z.enum(WORD_LANGUAGES).exactOptional(),
  gapReports: z.boolean().exactOptional(),
  gapWording: z.boolean().exactOptional(),
  articlesInDirectMessages: z.boolean().exactOptional(),
  grades: z.enum(GRADE_SCALES).exactOptional(),
  quiz: z
    .strictObject({
      rounds: z.int().min(QUIZ_LIMITS.rounds.least).max(QUIZ_LIMITS.rounds.most),
      seconds: z.int().min(QUIZ_LIMITS.seconds.least).max(QUIZ_LIMITS.seconds.most),
      mode: z.enum(QUIZ_MODES),
    })
    .readonly()
    .exactOptional(),
} satisfies { readonly [Field in SettingsField]-?: z.ZodType };

const DECIDED = z.strictObject(FIELDS);

/** What a file may say of a server: null puts a setting back to its default. */
export const SERVER_PATCH = z.strictObject(
  Object.fromEntries(Object.entries(FIELDS).map(([field, value]) => [field, value.nullable()])),
);

/** @param values what SERVER_PATCH has let pass */
export function toPatch(values: Readonly<Record<string, unknown>>): SettingsPatch {
  const entries = Object.entries(values);
  return {
    ...DECIDED.parse(Object.fromEntries(entries.filter(([, value]) => value !== null))),
    ...Object.fromEntries(entries.flatMap(([field, value]) => (value === null ? [[field, undefined]] : []))),
  };
}

/** Every field, in the order in which they are shown. */
export const SETTINGS_FIELDS: readonly SettingsField[] = DECIDED.keyof().options;

/** Leaves out what is undefined or as the defaults have it. @throws VerbatimError settings-invalid */
export function parseDecided(values: Readonly<Record<string, unknown>>): DecidedSettings {
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  const parsed = DECIDED.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw new VerbatimError(
      'settings-invalid',
      `The setting ${field === '' ? '' : `${field} `}cannot be taken: ${issue?.message ?? 'it is malformed'}. Nothing was changed.`,
    );
  }
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULT_SERVER_SETTINGS };
  return DECIDED.parse(
    Object.fromEntries(
      Object.entries(parsed.data).filter(([field, value]) => !isSame(value, defaults[field])),
    ),
  );
}

/** Those fields as they are in effect; one without a default is absent where it was not decided. */
export function pickFields(decided: DecidedSettings, fields: readonly SettingsField[]): DecidedSettings {
  const whole: ServerSettings = { ...DEFAULT_SERVER_SETTINGS, ...decided };
  const set = fields.filter((field) => whole[field] !== undefined);
  return DECIDED.parse(Object.fromEntries(set.map((field) => [field, whole[field]])));
}

/** What can be read of stored JSON; `onDamaged` is told what cannot. */
export function readDecided(json: string, onDamaged: (what: string) => void): DecidedSettings {
  let readable: DecidedSettings = {};
  for (const [field, value] of Object.entries(parseObject(json, onDamaged))) {
    const parsed = DECIDED.safeParse({ [field]: value });
    if (parsed.success) readable = { ...readable, ...parsed.data };
    else onDamaged(field);
  }
  return readable;
}

function parseObject(json: string, onDamaged: (what: string) => void): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(json));
  } catch {
    onDamaged('all of them');
    return {};
  }
}

/** Of two values that a schema has put in order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
