import type { Article } from '../../domain/article.ts';
import { paragraphsOf } from '../../domain/article.ts';
import { countWords } from '../../text/count-words.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type {
  ImportedArticle,
  ImportFormat,
  ImportOptions,
  ImportReport,
  ImportSource,
  ImportTools,
} from '../../domain/importing.ts';
import { parseArticle } from '../parse-article.ts';
import { checkArticle } from './check-article.ts';
import { decodeText } from '../formats/decode-text.ts';
import { detectFormat } from '../formats/detect-format.ts';
import type { Draft, ImportBlock, SourceMetadata } from '../draft.ts';
import { judgedText } from '../draft.ts';
import type { TextFile } from '../formats/read-text-file.ts';
import { readTextFile } from '../formats/read-text-file.ts';
import type { Cleaned } from './remove-boilerplate.ts';
import { removeBoilerplate } from './remove-boilerplate.ts';
import { importFailed, MAX_SOURCE_BYTES } from '../../domain/import-failed.ts';
import type { Title } from './name-article.ts';
import { deriveTitle, firstLineTitle, nameArticle } from './name-article.ts';
import { tidyCharacters } from '../tidy-characters.ts';
import { measureFidelity } from './measure-fidelity.ts';
import { htmlBody, rawTextOfHtml, rawTextOfMarkdown, withoutHyphenations } from './read-raw-text.ts';
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
  const format = detectFormat(source);
  const sourceHash = tools.sha256(source.bytes);
  const { draft, encoding } = await readDraft(source, format, { keepAll: options.keepAll, tools });
  const cleaned = removeBoilerplate(draft.blocks, options.keepAll);
  const { title, from } = chooseTitle(source.name, draft, cleaned.blocks, options.title);
  const { id, author, published } = draft.metadata;
  const url = draft.metadata.url ?? source.url;
  const licence = draft.metadata.licence ?? cleaned.licence;
  const found = withoutUndefined({ author, published, url, licence });
  const removed = [...draft.removed, ...cleaned.removed].sort((a, b) => a.line - b.line);
  const frontMatter = writeFrontMatter({
    title,
    ...found,
    ...draft.extra,
    retrieved: options.retrieved,
    sha256: sourceHash,
    removed: removed.length,
  });
  const written = write(source.name, { frontMatter, draft, cleaned, removed: removed.length });
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
    notes: draft.notes,
  };
  const name = nameArticle(source.name, title, id);
  return { id: name, markdown: written.markdown, text: written.article.text, sourceHash, report };
}

type Found = Pick<SourceMetadata, 'author' | 'published' | 'url' | 'licence'>;

function withoutUndefined(fields: Readonly<Record<keyof Found, string | undefined>>): Found {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

interface ReadOptions {
  readonly keepAll: boolean;
  readonly tools: ImportTools;
}

async function readDraft(
  source: ImportSource,
  format: ImportFormat,
  { keepAll, tools }: ReadOptions,
): Promise<{ readonly draft: Draft; readonly encoding?: string }> {
  const wrongName = misnamed(source.name, format);
  const withNotes = (draft: Draft, notes: readonly string[] = []): Draft => ({
    ...draft,
    notes: [...wrongName, ...notes, ...draft.notes],
  });
  switch (format) {
    case 'pdf': {
      const { readPdf } = await import('../formats/read-pdf.ts');
      return { draft: withNotes(await readPdf(source, { keepAll, tools })) };
    }
    case 'docx': {
      const { readDocx } = await import('../formats/read-docx.ts');
      return { draft: withNotes(await readDocx(source, tools.inflate)) };
    }
    case 'epub': {
      const { readEpub } = await import('../formats/read-epub.ts');
      return { draft: withNotes(readEpub(source, { keepAll, tools })) };
    }
    case 'subtitles': {
      const { text: decoded, encoding } = await decodeText(source);
      const { text, notes } = tidyCharacters(decoded);
      const { readSubtitles } = await import('../formats/read-subtitles.ts');
      return { draft: withNotes(readSubtitles(text, source.name, keepAll), notes), encoding };
    }
    case 'html': {
      const { text: decoded, encoding } = await decodeText(source);
      const { text, notes } = tidyCharacters(decoded);
      const { readHtml } = await import('../formats/read-html.ts');
      const draft = { ...readHtml(text, source, keepAll), rawText: rawTextOfHtml(htmlBody(text)) };
      return { draft: withNotes(draft, notes), encoding };
    }
    case 'markdown':
    case 'text': {
      const { text, encoding } = await decodeText(source);
      return {
        draft: withNotes(fileDraft(readTextFile(text, { name: source.name, format, tools }))),
        encoding,
      };
    }
  }
}

/** What the front matter says wins over what the text says of itself. */
function fileDraft({ fields, extra, draft }: TextFile): Draft {
  const { id, title, url, author, published, licence } = fields;
  const own = Object.entries({ id, title, url, author, published, licence });
  return {
    ...draft,
    rawText: draft.source === undefined ? (draft.rawText ?? '') : rawTextOfMarkdown(draft.source),
    metadata: { ...draft.metadata, ...Object.fromEntries(own.filter(([, value]) => value !== undefined)) },
    ...(title === undefined ? {} : { titleFrom: 'front matter' }),
    extra,
    notes: [
      ...draft.notes,
      ...(id === undefined ? [] : [`The id "${id}" of the front matter becomes the file's name.`]),
    ],
  };
}

function misnamed(name: string, format: ImportFormat): readonly string[] {
  const ending = /\.(pdf|docx|epub|txt|md|html?|vtt|srt)$/i.exec(name)?.[1]?.toLowerCase();
  const fitting: Readonly<Record<ImportFormat, readonly string[]>> = {
    markdown: ['md'],
    text: ['txt'],
    html: ['html', 'htm'],
    pdf: ['pdf'],
    docx: ['docx'],
    epub: ['epub'],
    subtitles: ['vtt', 'srt'],
  };
  if (ending === undefined || fitting[format].includes(ending)) return [];
  return [`It is named .${ending} but holds ${format}, and was read as that.`];
}

/** Blocks among which the title of a document stands. */
const OPENING = 12;

function chooseTitle(
  name: string,
  draft: Draft,
  blocks: readonly ImportBlock[],
  asked: string | undefined,
): Title {
  if (asked !== undefined && asked.trim() !== '') return { title: oneLine(asked), from: 'option' };
  const own = oneLine(draft.metadata.title ?? '');
  if (own !== '') return { title: own, from: draft.titleFrom ?? 'heading' };
  const heading = blocks.find(
    // Further down it is the heading of a part.
    (block, index) => block.kind === 'heading' && (index === 0 || (block.level === 1 && index < OPENING)),
  );
  if (heading?.kind === 'heading') return { title: heading.text, from: 'heading' };
  const first = firstLineTitle(blocks);
  if (first !== undefined) return { title: first, from: 'heading' };
  return deriveTitle(name, blocks.map(judgedText).find((text) => text !== undefined && text !== '') ?? '');
}

function oneLine(text: string): string {
  return tidyCharacters(text).text.replace(/\s+/g, ' ').trim();
}

interface Draught {
  readonly frontMatter: string;
  readonly draft: Draft;
  readonly cleaned: Cleaned;
  readonly removed: number;
}

/** Writes the article and reads it back; what cannot be read back exactly is written more carefully. */
function write(
  name: string,
  { frontMatter, draft, cleaned, removed }: Draught,
): { markdown: string; article: Article } {
  if (cleaned.blocks.length === 0) {
    throw removed > 0 && draft.blocks.length > 0
      ? importFailed(
          name,
          'nothing is left after cleaning',
          'Run it again with --keep-all to keep every line.',
        )
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
