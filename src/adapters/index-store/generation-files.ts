import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Article, HeadingBlock, ParagraphBlock } from '../../domain/article.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type { Manifest, ManifestArticle } from '../../domain/manifest.ts';
import type { Passage, PassageSentence } from '../../domain/passage.ts';
import type { ModelIdentity } from '../../domain/ports/embedder.ts';
import type { Span } from '../../domain/span.ts';

/** Version of the layout of a generation folder. */
export const INDEX_SCHEMA = 2;
/** Versions that are read; 1 had 4 bytes for a component of a vector, and one for that of a token. */
export const READABLE_SCHEMAS: readonly number[] = [1, INDEX_SCHEMA];

/** Files of a generation. */
export const FILES = {
  manifest: 'manifest.json',
  articles: 'articles.json',
  passages: 'passages.json',
  tokens: 'tokens.bin',
  vectors: 'vectors.bin',
} as const;

/** What schema 1 called the vectors. */
export const FORMER_VECTORS = 'vectors.pb';

/** What versions up to 0.1.0 called the manifest; their generations are still read. */
export const FORMER_MANIFEST = 'passport.json';

/** Where the token vectors of one passage lie in the side file. */
export interface TokenRecord {
  /** Bytes from the start of the file. */
  readonly offset: number;
  readonly tokens: number;
}

/** A passage as `passages.json` has it. */
export interface StoredPassage extends Passage {
  readonly record: TokenRecord;
}

/**
 * A schema for every field of T, optional ones included: zod leaves out what a schema does not name, so one that
 * forgets a field must not compile.
 */
type Fields<T> = { readonly [K in keyof T]-?: z.ZodType };

const count = z.int().nonnegative();
const spanFields = { start: count, end: count } satisfies Fields<Span>;
const span: z.ZodType<Span> = z.object(spanFields);

const model: z.ZodType<ModelIdentity> = z.object({
  id: z.string(),
  revision: z.string(),
  dimensions: z.int().positive(),
  pooling: z.enum(['mean', 'cls']),
} satisfies Fields<ModelIdentity>);

const manifestArticle: z.ZodType<ManifestArticle> = z.object({
  id: z.string(),
  file: z.string(),
  fileHash: z.string(),
  textHash: z.string(),
  passages: count,
  indexed: z.string().exactOptional(),
} satisfies Fields<ManifestArticle>);

/** What every manifest says first, whatever its version. */
export const MANIFEST_VERSION = z.object({ schema: z.int() });

/** The manifest of this version; `MANIFEST_VERSION` is looked at first. */
export const MANIFEST: z.ZodType<Manifest> = z.object({
  schema: z.int(),
  generation: z.string().min(1),
  created: z.string(),
  model,
  splitter: z.string(),
  reader: z.string().exactOptional(),
  articles: z.array(manifestArticle),
  leftOut: z.array(z.string()),
} satisfies Fields<Manifest>);

const heading = z.object({
  ...spanFields,
  kind: z.literal('heading'),
  level: z.int().positive(),
} satisfies Fields<HeadingBlock>);

const paragraph = z.object({
  ...spanFields,
  kind: z.literal('paragraph'),
  number: z.int().positive(),
  heading: count.exactOptional(),
  role: z
    .enum(['item', 'row', 'definition', 'field', 'caption', 'code', 'reference', 'contents'])
    .exactOptional(),
  locator: z
    .object({
      page: z.int().positive().exactOptional(),
      time: z.string().exactOptional(),
      speaker: z.string().exactOptional(),
    })
    .exactOptional(),
  sentences: z.array(span),
} satisfies Fields<ParagraphBlock>);

/** An article as it was read, with the places of its blocks. */
export const ARTICLE: z.ZodType<Article> = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().exactOptional(),
  author: z.string().exactOptional(),
  published: z.string().exactOptional(),
  licence: z.string().exactOptional(),
  language: z.string().exactOptional(),
  aliases: z.record(z.string(), z.string()),
  scope: z.union([z.literal('public'), z.array(z.string())]).exactOptional(),
  demo: z.literal(true).exactOptional(),
  text: z.string(),
  blocks: z.array(z.discriminatedUnion('kind', [heading, paragraph])),
} satisfies Fields<Article>);

/** The articles as they were indexed: what a reply quotes, even when the file in the corpus has changed since. */
export const ARTICLES: z.ZodType<readonly Article[]> = z.array(ARTICLE);

const sentence: z.ZodType<PassageSentence> = z.object({
  ...spanFields,
  paragraph: z.int().positive(),
} satisfies Fields<PassageSentence>);

/** The passages in the order of their token records. */
export const PASSAGES: z.ZodType<readonly StoredPassage[]> = z.array(
  z.object({
    ...spanFields,
    id: z.string(),
    articleId: z.string(),
    paragraphs: z.array(z.int().positive()),
    heading: z.string().exactOptional(),
    sentences: z.array(sentence),
    record: z.object({ offset: count, tokens: count } satisfies Fields<TokenRecord>),
  } satisfies Fields<StoredPassage>),
);

/**
 * Reads a JSON file of a generation as what the schema says.
 * @throws VerbatimError index-damaged, naming the file and what in it is wrong
 */
export async function readChecked<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw damaged(`${path} is missing or cannot be read`, cause);
  }
  return checkShape(json, path, schema);
}

/** @throws VerbatimError index-damaged, naming the file and what in it is wrong */
export function checkShape<T>(json: unknown, path: string, schema: z.ZodType<T>): T {
  const checked = schema.safeParse(json);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw damaged(`${path} does not hold what it should (${place}${issue?.message ?? ''})`, checked.error);
}

/** @param what a clause without a full stop, naming the file */
export function damaged(what: string, cause?: unknown): VerbatimError {
  return new VerbatimError(
    'index-damaged',
    `The index is damaged: ${what}. Run \`npm run index -- --rebuild\` to build it again.`,
    { cause },
  );
}
