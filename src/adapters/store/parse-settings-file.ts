import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import { DISCORD_ID } from '../../domain/discord-id.ts';
import type { ArticleScope } from '../../domain/article-scope.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type { SettingsPatch } from '../../domain/server-settings.ts';
import { SERVER_PATCH, toPatch } from './server-settings-schema.ts';

/** What an operator's file sets; what it does not name stays as it is. */
export interface SettingsFile {
  readonly servers: ReadonlyMap<string, SettingsPatch>;
  /** By article id; null: as the article's own file says. */
  readonly articles: ReadonlyMap<string, ArticleScope | null>;
}

const SERVER_ID = z
  .string()
  .regex(DISCORD_ID, { error: 'a server is named by its id of Discord, 17 to 20 digits' });
const ARTICLE_ID = z.string().regex(/^[^\p{C}]{1,200}$/u, { error: 'an article is named by its id' });

/** As front matter has it. */
const SCOPE = z.union(
  [
    z.literal('public'),
    z.literal('none').transform((): readonly string[] => []),
    z.array(SERVER_ID).min(1).max(1000).readonly(),
    z.null(),
  ],
  { error: 'has to be public, none, a list of ids of servers (17 to 20 digits each), or null' },
);

/** Every list of a server's settings is one of ids, and a name of a channel would be taken for one. */
const SERVER = SERVER_PATCH.superRefine((values, context) => {
  for (const { path, text } of listedTexts(values)) {
    if (!DISCORD_ID.test(text))
      context.addIssue({
        code: 'custom',
        path: [...path],
        message: 'has to be an id of Discord, 17 to 20 digits',
      });
  }
});

const FILE = z.strictObject({
  servers: z.record(SERVER_ID, SERVER).nullable().exactOptional(),
  articles: z.record(ARTICLE_ID, SCOPE).nullable().exactOptional(),
});

/** Messages about one file. */
const MOST_PROBLEMS = 10;
/** Characters; the settings of a thousand servers are less. */
const LONGEST = 2_000_000;

/** @throws VerbatimError settings-invalid, with the lines and what may stand there */
export function parseSettingsFile(text: string, file: string): SettingsFile {
  if (text.length > LONGEST)
    throw invalid(file, [`it is longer than ${LONGEST.toLocaleString('en')} characters`]);
  const counter = new LineCounter();
  const parsed = parseYaml(text, file, counter);
  const checked = FILE.safeParse(parsed.value);
  if (!checked.success) {
    const problems = checked.error.issues.flatMap((issue) =>
      describe(issue).map(({ path, problem }) => {
        const { line } = counter.linePos(offsetOf(parsed.document, path));
        return `line ${line}: ${path.length === 0 ? 'the file' : path.join('.')} ${problem}`;
      }),
    );
    throw invalid(file, problems);
  }
  const { servers, articles } = checked.data;
  return {
    servers: new Map(Object.entries(servers ?? {}).map(([id, values]) => [id, toPatch(values)])),
    articles: new Map(Object.entries(articles ?? {})),
  };
}

function listedTexts(
  value: unknown,
  path: Path = [],
): readonly { readonly path: Path; readonly text: string }[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) =>
      typeof item === 'string' ? [{ path: [...path, index], text: item }] : [],
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listedTexts(inner, [...path, key]));
}

interface ParsedYaml {
  readonly document: Document;
  readonly value: unknown;
}

function parseYaml(text: string, file: string, counter: LineCounter): ParsedYaml {
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
    const [error] = [...document.errors, ...document.warnings];
    if (error) throw invalid(file, [`line ${counter.linePos(error.pos[0]).line}: ${error.message}`]);
    visit(document, {
      Scalar(_, node) {
        // An id of Discord is more than a number can hold.
        if (typeof node.value === 'number' && /^\d{15,}$/.test(node.source ?? '')) node.value = node.source;
      },
    });
    return { document, value: document.toJS({ maxAliasCount: 0 }) };
  } catch (cause) {
    if (cause instanceof VerbatimError) throw cause;
    // Too deep for the stack, or an alias.
    throw invalid(file, [
      `it is no YAML for settings: ${cause instanceof Error ? cause.message : String(cause)}`,
    ]);
  }
}

type Path = readonly (string | number)[];

/** What is wrong and what may stand there, as the rest of a sentence about the path. */
function describe(issue: z.core.$ZodIssue): readonly { readonly path: Path; readonly problem: string }[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        problem: `is not known here; ${knownAt(path)}`,
      }));
    case 'invalid_value':
      return [{ path, problem: `has to be one of ${issue.values.map(String).join(', ')}` }];
    case 'invalid_type':
      return [{ path, problem: `has to be ${KINDS[issue.expected] ?? issue.expected}` }];
    case 'invalid_key':
      return [{ path, problem: `cannot be: ${issue.issues[0]?.message ?? issue.message}` }];
    case 'too_small':
      return [{ path, problem: `has to be ${String(issue.minimum)} or more` }];
    case 'too_big':
      return [{ path, problem: `has to be ${String(issue.maximum)} or less` }];
    default:
      return [{ path, problem: issue.message }];
  }
}

const KINDS: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
  string: 'a text in quotation marks',
  int: 'a whole number',
  number: 'a number',
};

function knownAt(path: Path): string {
  if (path.length === 0) return `there are ${Object.keys(FILE.shape).join(' and ')}`;
  const within = path[2] === undefined ? SERVER_PATCH : undefined;
  return within ? `there are ${Object.keys(within.shape).join(', ')}` : 'see what an export has there';
}

/** Where that is in the text, or the nearest that holds it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true) ?? document.contents;
    const step = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isScalar(node) && node.range) return node.range[0];
  }
  return 0;
}

function invalid(file: string, problems: readonly string[]): VerbatimError {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const more = problems.length - shown.length;
  const lines = [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n  ');
  return new VerbatimError(
    'settings-invalid',
    `${file} was not imported, and nothing was changed:\n  ${lines}\nCorrect it; \`npm run settings -- --export FILE\` shows how it has to look.`,
  );
}
