import { parseDocument } from 'yaml';
import type { ArticleScope } from '../domain/article-scope.ts';
import { DISCORD_ID } from '../domain/discord-id.ts';
import { VerbatimError } from '../domain/errors.ts';

/** The fields that Verbatim reads; others are left alone. */
export interface FrontMatter {
  readonly id?: string;
  readonly title?: string;
  readonly url?: string;
  readonly author?: string;
  readonly published?: string;
  readonly licence?: string;
  /** As it was written; English when there is none. */
  readonly language?: string;
  readonly aliases: Readonly<Record<string, string>>;
  /** Who may read it: `servers: public`, or the ids of servers. */
  readonly scope?: ArticleScope;
  /** Set on the shipped demo: it counts only while the corpus holds nothing else. */
  readonly demo: boolean;
}

const FENCE = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/;

/**
 * Splits a text into its YAML front matter and the body after it.
 * @throws VerbatimError article-front-matter, naming file and line
 */
export function readFrontMatter(
  text: string,
  file: string,
): { readonly fields: FrontMatter; readonly body: string } {
  const match = FENCE.exec(text);
  if (!match) return { fields: { aliases: {}, demo: false }, body: text };
  // 'failsafe' keeps every scalar a string: `published: 2024-11-30` stays what the author typed.
  const document = parseDocument(match[1] ?? '', { schema: 'failsafe', prettyErrors: true });
  const fault = document.errors[0];
  if (fault) {
    // The fence is line 1, so the YAML's first line is the file's second.
    const line = (fault.linePos?.[0].line ?? 1) + 1;
    throw frontMatterError(
      file,
      line,
      fault.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? 'not YAML',
    );
  }
  const value: unknown = document.toJS();
  if (value !== null && value !== '' && (typeof value !== 'object' || Array.isArray(value))) {
    throw frontMatterError(file, 2, 'it is not a list of `key: value` lines');
  }
  return {
    fields: pickFields(new Map(Object.entries(value ?? {})), file),
    body: text.slice(match[0].length),
  };
}

function pickFields(fields: ReadonlyMap<string, unknown>, file: string): FrontMatter {
  const text = (key: string): Readonly<Record<string, string>> => {
    const value = fields.get(key);
    if (value === undefined || value === null || value === '') return {};
    if (typeof value !== 'string') throw frontMatterError(file, 2, `\`${key}\` has to be plain text`);
    return { [key]: value.trim() };
  };
  const url = text('url');
  if (url['url'] !== undefined && !/^https?:\/\//i.test(url['url'])) {
    throw frontMatterError(file, 2, `\`url\` has to start with http:// or https://, not "${url['url']}"`);
  }
  return {
    ...text('id'),
    ...text('title'),
    ...url,
    ...text('author'),
    ...text('published'),
    ...text('licence'),
    ...text('language'),
    aliases: pickAliases(fields.get('aliases'), file),
    ...pickScope(fields.get('servers'), file),
    demo: fields.get('demo') === 'true',
  };
}

function pickAliases(value: unknown, file: string): Readonly<Record<string, string>> {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw frontMatterError(file, 2, '`aliases` has to be a map such as { DPRK: North Korea }');
  }
  const entries = Object.entries(value).map(([alias, meaning]): [string, string] => {
    if (typeof meaning !== 'string')
      throw frontMatterError(file, 2, `the alias "${alias}" has to be plain text`);
    return [alias, meaning];
  });
  return Object.fromEntries(entries);
}

/** `public`, `none`, one id, several behind commas, or a list of them. */
function pickScope(value: unknown, file: string): Pick<FrontMatter, 'scope'> {
  if (value === undefined || value === null || value === '') return {};
  const listed: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [value];
  const ids = listed.map((id) => (typeof id === 'string' ? id.trim() : ''));
  if (ids.length === 1 && ids[0] === 'public') return { scope: 'public' };
  if (ids.length === 1 && ids[0] === 'none') return { scope: [] };
  const wrong = ids.find((id) => !DISCORD_ID.test(id));
  if (wrong !== undefined) {
    throw frontMatterError(
      file,
      2,
      `\`servers\` has to be public, none, or the ids of servers (17 to 20 digits each), not "${wrong}"`,
    );
  }
  return { scope: ids };
}

function frontMatterError(file: string, line: number, why: string): VerbatimError {
  return new VerbatimError(
    'article-front-matter',
    `The front matter of ${file} cannot be read (line ${line}): ${why}. Correct it, or remove the block between the --- lines.`,
  );
}
