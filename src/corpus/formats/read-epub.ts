import { importFailed } from '../../domain/import-failed.ts';
import type { ImportSource, ImportTools, RemovedLine } from '../../domain/importing.ts';
import type { Draft, ImportBlock, SourceMetadata } from '../draft.ts';
import { rawTextOfHtml } from '../import/read-raw-text.ts';
import { countNoun } from '../../text/count-noun.ts';
import { tidyCharacters } from '../tidy-characters.ts';
import { collectHtmlBlocks } from './collect-html-blocks.ts';
import { parseHtml } from './html-document.ts';
import type { HtmlDocument } from './html-document.ts';
import { checkZip, readZipEntry } from './inspect-zip.ts';
import { blockText } from './read-html.ts';

/** Parts of a book that are not its text, by the names that EPUB gives them. */
const APPARATUS: Readonly<Record<string, string>> = {
  cover: 'cover',
  toc: 'contents',
  landmarks: 'contents',
  'page-list': 'contents',
  loi: 'contents',
  lot: 'contents',
  titlepage: 'title page',
  halftitlepage: 'title page',
  'copyright-page': 'copyright notice',
  index: 'index',
};

/**
 * A book in EPUB 2 or 3: the chapters in the order of its spine. Contents, covers and notices are taken out.
 * @throws VerbatimError import-failed: damaged, protected, or without text
 */
export function readEpub(
  { name, bytes }: ImportSource,
  options: { readonly keepAll: boolean; readonly tools: ImportTools },
): Draft {
  const entries = checkZip(bytes, name, options.tools.inflate);
  const text = (path: string): string | undefined => {
    const entry = entries.find((each) => each.name === path);
    return (
      entry &&
      tidyCharacters(new TextDecoder().decode(readZipEntry(bytes, name, entry, options.tools.inflate))).text
    );
  };
  if (
    text('META-INF/encryption.xml')?.includes('adobe.com/adept') === true ||
    text('META-INF/rights.xml') !== undefined
  )
    throw importFailed(name, 'it is protected by a licence (DRM)', 'Add a copy that is not protected.');
  const opf = /full-path\s*=\s*["']([^"']+)["']/.exec(text('META-INF/container.xml') ?? '')?.[1] ?? '';
  const packed = text(opf);
  if (packed === undefined)
    throw importFailed(name, 'it is an EPUB without its list of chapters', 'Get the file again.');
  const book: Book = { blocks: [], removed: [], raw: [], pictures: 0, footnoteMarks: 0 };
  for (const chapter of readSpine(packed, opf)) {
    const html = text(chapter.path);
    if (html !== undefined) readChapter(html, chapter, { name, book, keepAll: options.keepAll });
  }
  if (book.blocks.length === 0)
    throw importFailed(name, 'the book holds no text', 'It may hold pictures of its pages only.');
  return {
    blocks: book.blocks,
    metadata: readMetadata(packed),
    titleFrom: 'document properties',
    removed: book.removed,
    rawText: book.raw.join('\n'),
    notes: [
      ...(book.footnoteMarks > 0
        ? [`${countNoun(book.footnoteMarks, 'footnote mark')} left out of the sentences; the notes are kept.`]
        : []),
      ...(book.pictures > 0 ? [`${countNoun(book.pictures, 'picture')} left out.`] : []),
    ],
  };
}

interface Chapter {
  readonly path: string;
  /** Why it is no part of the text, where the list of chapters says so. */
  readonly apparatus?: string;
}

/** The chapters in reading order, with paths inside of the archive. */
function readSpine(opf: string, opfPath: string): readonly Chapter[] {
  const items = new Map(tagsOf(opf, 'item').map((item) => [item['id'] ?? '', item]));
  const guide = new Map(
    tagsOf(opf, 'reference').map((entry) => [(entry['href'] ?? '').replace(/#.*$/, ''), entry['type']]),
  );
  return tagsOf(opf, 'itemref').flatMap((ref): readonly Chapter[] => {
    const item = items.get(ref['idref'] ?? '');
    const href = item?.['href'];
    if (href === undefined) return [];
    const named = item?.['properties']?.split(/\s+/).includes('nav') === true ? 'toc' : guide.get(href);
    const apparatus = APPARATUS[named ?? ''];
    return [{ path: resolvePath(opfPath, href), ...(apparatus === undefined ? {} : { apparatus }) }];
  });
}

function resolvePath(from: string, href: string): string {
  const url = new URL(href, `zip://book/${from}`);
  return decodeURIComponent(url.pathname.replace(/^\//, ''));
}

/** The attributes of each tag of that name, whatever its namespace. */
function tagsOf(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return Array.from(xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g')), ([, attributes = '']) =>
    Object.fromEntries(
      Array.from(attributes.matchAll(/([\w:-]+)\s*=\s*["']([^"']*)["']/g), ([, key = '', value = '']) => [
        key,
        value,
      ]),
    ),
  );
}

interface Book {
  readonly blocks: ImportBlock[];
  readonly removed: RemovedLine[];
  readonly raw: string[];
  pictures: number;
  footnoteMarks: number;
}

function readChapter(
  html: string,
  { apparatus }: Chapter,
  { name, book, keepAll }: { readonly name: string; readonly book: Book; readonly keepAll: boolean },
): void {
  book.raw.push(rawTextOfHtml(html.replace(/<head\b[^>]*>[\s\S]*?<\/head\s*>/i, ' ')));
  const document = parseHtml(selfClosed(html), name);
  const { blocks, dropped, footnoteMarks, pictures } = collectHtmlBlocks(document, document.body);
  const reason = apparatus ?? bodyType(document);
  const offset = book.blocks.length + book.removed.length;
  book.pictures += pictures;
  book.footnoteMarks += footnoteMarks;
  for (const { block, region } of blocks) {
    const line = offset + block.line;
    const why = reason ?? (region === 'hidden text' || region === 'navigation' ? region : undefined);
    if (why === undefined || keepAll) book.blocks.push({ ...block, line });
    else book.removed.push({ line, text: blockText(block), reason: why });
  }
  book.removed.push(...dropped);
}

/** XHTML closes `<script/>` and `<a id="p1"/>` in their tags; HTML leaves them open. */
function selfClosed(xhtml: string): string {
  return xhtml.replace(/<(a|span|i|b|em|div|p|script|title|sup|td|th|li)\b([^<>]*)\/>/gi, '<$1$2></$1>');
}

function bodyType(document: HtmlDocument): string | undefined {
  const types = [document.body, ...document.querySelectorAll('section')].slice(0, 2);
  const named = types.flatMap((element) => (element.getAttribute('epub:type') ?? '').split(/\s+/));
  return named.map((type) => APPARATUS[type]).find((reason) => reason !== undefined);
}

function readMetadata(opf: string): SourceMetadata {
  const pick = (tag: string): string | undefined => {
    const text = new RegExp(`<dc:${tag}\\b[^>]*>([\\s\\S]*?)</dc:${tag}>`).exec(opf)?.[1] ?? '';
    const line = rawTextOfHtml(text).replace(/\s+/g, ' ').trim();
    return line === '' ? undefined : line;
  };
  const [title, author, licence] = [pick('title'), pick('creator'), pick('rights')];
  const published = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(pick('date') ?? '')?.[0];
  return {
    ...(title === undefined ? {} : { title: spelledOut(title) }),
    ...(author === undefined ? {} : { author }),
    ...(licence === undefined ? {} : { licence }),
    ...(published === undefined ? {} : { published }),
  };
}

/** Some programs put the file's name where the title belongs: 'sea-birds' is 'Sea birds'. */
function spelledOut(title: string): string {
  if (!/^[a-z0-9]+(?:[-_][a-z0-9]+)+$/.test(title)) return title;
  const words = title.replace(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
