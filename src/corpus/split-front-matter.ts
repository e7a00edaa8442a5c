import { parse } from 'yaml';
import { VerbatimError } from '../domain/errors.ts';
import type { FrontMatter } from './read-front-matter.ts';
import { readFrontMatter } from './read-front-matter.ts';

/** A file parted into its YAML and the rest; without front matter `fields` is empty and `body` the whole. */
export interface SplitSource {
  readonly fields: FrontMatter;
  /** Keys that are not metadata of ours, kept as they are. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Line of the file that the body starts at, counted from 1. */
  readonly firstLine: number;
  readonly notes: readonly string[];
}

/** Written anew by every import, or of no meaning for it: the demo gives way to any other article. */
const REPLACED = new Set([
  'id',
  'title',
  'url',
  'author',
  'published',
  'licence',
  'language',
  'retrieved',
  'sha256',
  'removed',
  'demo',
]);

/**
 * Takes a front matter off a text. In plain text, what looks like one but does not parse is text.
 * @throws VerbatimError article-front-matter for Markdown, naming the line
 */
export function splitFrontMatter(text: string, name: string, format: 'markdown' | 'text'): SplitSource {
  const none: FrontMatter = { aliases: {}, demo: false };
  const whole: SplitSource = { fields: none, extra: {}, body: text, firstLine: 1, notes: [] };
  try {
    const { fields, body } = readFrontMatter(text, name);
    if (body.length === text.length) return whole;
    const head = text.slice(0, text.length - body.length);
    return {
      fields,
      extra: extraKeys(head),
      body,
      firstLine: head.split('\n').length,
      notes: [],
    };
  } catch (error) {
    if (format === 'markdown' || !(error instanceof VerbatimError)) throw error;
    return { ...whole, notes: ['It opens with --- lines that are no front matter; they were read as text.'] };
  }
}

function extraKeys(head: string): Readonly<Record<string, unknown>> {
  const yaml = head
    .trim()
    .replace(/^---[ \t]*\n/, '')
    .replace(/\n?---$/, '');
  const value: unknown = parse(yaml, { schema: 'failsafe' });
  if (value === null || typeof value !== 'object') return {};
  return Object.fromEntries(Object.entries(value).filter(([key]) => !REPLACED.has(key)));
}
