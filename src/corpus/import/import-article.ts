import type { Article } from '../../domain/article.ts';
import { paragraphsOf } from '../../domain/article.ts';
import { countWords } from '../../text/count-words.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type {
  ImportedArticle,
  ImportOptions,
  ImportReport,
  ImportSource,
  ImportTools,
} from '../../domain/importing.ts';
import { parseArticle } from '../parse-article.ts';
import { checkArticle } from './check-article.ts';
import type { Draft, ImportBlock, SourceMetadata } from '../draft.ts';
import { judgedText } from '../draft.ts';
import type { Cleaned } from './remove-boilerplate.ts';
import { removeBoilerplate } from './remove-boilerplate.ts';
import { importFailed, MAX_SOURCE_BYTES } from '../../domain/import-failed.ts';
import { chooseTitle, nameArticle } from './name-article.ts';
import { measureFidelity } from './measure-fidelity.ts';
import { withoutHyphenations } from './read-raw-text.ts';
import { readSource } from './read-source.ts';
import { writeFrontMatter } from './write-front-matter.ts';
import { writeMarkdown } from './write-markdown.ts';

/**
 * A source of any format as an article of the corpus, with a report of all that was changed on the way.
 * Before it is returned, the article is read back and compared with what was meant.
 * @throws VerbatimError import-failed, article-front-matter, article-too-large
 */
export async function importArticle(
  source: ImportSource,
  options: ImportOptions,
  tools: ImportTools,
): Promise<ImportedArticle> {
  if (source.bytes.byteLength > MAX_SOURCE_BYTES) {
    throw importFailed(
      source.name,
      `it has more than ${MAX_SOURCE_BYTES / 1024 / 1024} MB`,
      'Split it into several files.',
    );
  }
  const sourceHash = tools.sha256(source.bytes);
  const { format, draft, encoding } = await readSource(source, { keepAll: options.keepAll, tools });
  const cleaned = removeBoilerplate(draft.blocks, options.keepAll);
  const { title, from } = chooseTitle(source.name, draft, cleaned.blocks, options.title);
  const { id, author, published } = draft.metadata;
  const url = draft.metadata.url ?? source.url;
  const licence = draft.metadata.licence ?? cleaned.licence;
  const language = draft.metadata.language ?? (await foreignLanguage(cleaned.blocks, tools));
  const found = withoutUndefined({ author, published, url, licence, language });
  const removed = [...draft.removed, ...cleaned.removed].sort((a, b) => a.line - b.line);
  const frontMatter = writeFrontMatter({
    title,
    ...found,
    ...keptKeys(draft, options),
    retrieved: options.retrieved,
    sha256: sourceHash,
    removed: removed.length,
  });
  const written = write(source.name, {
    ...{ frontMatter, draft, cleaned, removed: removed.length },
    advice:
      options.servers === undefined
        ? 'Run it again with --keep-all to keep every line.'
        : 'Send the part that matters as plain text.',
  });
  const fidelity = measureFidelity({
    // A hyphen at a line's end that was taken out is named in a note.
    source: withoutHyphenations(draft.rawText ?? written.article.text, draft.joinedWords ?? []),
    article: `${title}\n${written.article.text}\n${licence ?? ''}`,
    removed: removed.map(({ text }) => text),
  });
  const report: ImportReport = {
    format,
    title,
    titleFrom: from,
    ...found,
    paragraphs: paragraphsOf(written.article).length,
    words: countWords(written.article.text),
    removed,
    fidelity,
    ...(encoding === undefined ? {} : { encoding }),
    notes: [...draft.notes, ...(language === undefined ? [] : [languageNote(language)])],
  };
  const name = nameArticle(source.name, title, id);
  return { id: name, markdown: written.markdown, text: written.article.text, sourceHash, report };
}

/** A stranger's file does not say who reads it, nor what a later version may make of other keys. */
function keptKeys({ extra = {} }: Draft, { servers }: ImportOptions): Readonly<Record<string, unknown>> {
  return servers === undefined ? extra : { aliases: extra['aliases'], servers };
}

/** Characters of prose that a language is told by, and that are too few for it. */
const SAMPLE = { most: 4000, least: 120 };
/** A text of which a greater share of the longer words is English is English, whatever its letters look like. */
const ENGLISH_SHARE = 0.45;

/** The language of the prose, where it is not English. */
async function foreignLanguage(
  blocks: readonly ImportBlock[],
  { detectLanguage, isWord }: ImportTools,
): Promise<string | undefined> {
  const prose = blocks
    .flatMap((block) => judgedText(block) ?? [])
    .join('\n')
    .slice(0, SAMPLE.most);
  if (prose.length < SAMPLE.least) return undefined;
  const words = prose.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  if (words.filter(isWord).length > words.length * ENGLISH_SHARE) return undefined;
  const language = await detectLanguage(prose);
  return language === 'English' ? undefined : language;
}

function languageNote(language: string): string {
  return `It seems to be in ${language}; the search is made for English, and no answer from it is marked sure. If it is English, delete \`language\` from its front matter.`;
}

type Found = Pick<SourceMetadata, 'author' | 'published' | 'url' | 'licence' | 'language'>;

function withoutUndefined(fields: Readonly<Record<keyof Found, string | undefined>>): Found {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

interface Draught {
  readonly frontMatter: string;
  readonly draft: Draft;
  readonly cleaned: Cleaned;
  readonly removed: number;
  /** Where nothing is left after cleaning. */
  readonly advice: string;
}

/** Writes the article and reads it back; what cannot be read back exactly is written more carefully. */
function write(
  name: string,
  { frontMatter, draft, cleaned, removed, advice }: Draught,
): { markdown: string; article: Article } {
  if (cleaned.blocks.length === 0) {
    throw removed > 0 && draft.blocks.length > 0
      ? importFailed(name, 'nothing is left after cleaning', advice)
      : importFailed(name, 'it holds no text', 'Add a file that holds text.');
  }
  for (const careful of [false, true]) {
    const untouched = draft.source !== undefined && cleaned.removed.length === 0;
    const body = untouched ? draft.source : writeMarkdown(cleaned.blocks, careful);
    const markdown = frontMatter + body;
    const { article } = readBack(name, markdown);
    if (checkArticle(article, cleaned.blocks)) return { markdown, article };
  }
  throw importFailed(
    name,
    'its text would not come back exactly as it is',
    'Save it as plain text and add that.',
  );
}

function readBack(name: string, markdown: string): ReturnType<typeof parseArticle> {
  try {
    return parseArticle({
      path: `${name.replace(/^.*[/\\]/, '')}.md`,
      bytes: new TextEncoder().encode(markdown),
    });
  } catch (cause) {
    if (cause instanceof VerbatimError && cause.code !== 'article-empty') throw cause;
    throw importFailed(name, 'it holds no paragraph to quote', 'Add a file that holds text.', cause);
  }
}
