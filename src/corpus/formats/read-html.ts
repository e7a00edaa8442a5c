import { Readability } from '@mozilla/readability';
import type { ImportSource, RemovedLine } from '../../domain/importing.ts';
import type { MarkedBlock } from './collect-html-blocks.ts';
import { collectHtmlBlocks, MARK } from './collect-html-blocks.ts';
import type { Draft, ImportBlock } from '../draft.ts';
import type { HtmlDocument, HtmlElement } from './html-document.ts';
import { parseHtml } from './html-document.ts';
import { importFailed } from '../../domain/import-failed.ts';
import { readHtmlMetadata, readHtmlTitle } from './read-html-metadata.ts';
import { countNoun } from '../../text/count-noun.ts';

/**
 * The main text of a page as Readability (the reader view of Firefox) finds it. What it leaves out is
 * listed as removed, with the part of the page it stood in.
 * @throws VerbatimError import-failed when the page has no text
 */
export function readHtml(html: string, source: ImportSource, keepAll: boolean): Draft {
  const document = parseHtml(html, source.name);
  const metadata = readHtmlMetadata(document, source.url);
  const title = readHtmlTitle(document);
  const { blocks, dropped, footnoteMarks, pictures } = collectHtmlBlocks(document, document.body);
  refuseScriptOnly(html, blocks, source.name);
  const main = keepAll ? new Set(blocks) : findMainText(document, blocks);
  const kept = main.size > 0 ? main : new Set(blocks.filter((entry) => entry.region === undefined));
  const notes = [
    ...(main.size === 0
      ? ['The main text of the page could not be told apart, so most of the page was kept.']
      : []),
    ...(footnoteMarks > 0
      ? [`${countNoun(footnoteMarks, 'footnote mark')} left out of the sentences; the notes are kept.`]
      : []),
    ...(pictures > 0 ? [`${countNoun(pictures, 'picture')} left out.`] : []),
  ];
  return {
    blocks: blocks.filter((entry) => kept.has(entry)).map((entry) => entry.block),
    metadata: { ...metadata, ...(title === undefined ? {} : { title }) },
    titleFrom: 'page title',
    removed: [...blocks.filter((entry) => !kept.has(entry)).map(removedBlock), ...dropped],
    notes,
  };
}

function removedBlock({ block, region }: MarkedBlock): RemovedLine {
  return { line: block.line, text: blockText(block), reason: region ?? 'outside the main text' };
}

/** The words of a block on one line a row, for the list of what was removed. */
export function blockText(block: ImportBlock): string {
  if (block.kind === 'table')
    return block.rows.map((row) => row.filter((cell) => cell !== '').join(' | ')).join('\n');
  return block.text ?? '';
}

/** A page of scripts has a word or two of text, such as that it is loading. */
function refuseScriptOnly(html: string, blocks: readonly MarkedBlock[], name: string): void {
  const text = blocks.map(({ block }) => blockText(block)).join(' ');
  const scripted = /<script\b/i.test(html);
  const waiting =
    text.length < 200 &&
    /loading|please wait|enable javascript|javascript is (?:required|disabled)|^\W*$/i.test(text);
  if (scripted && waiting) {
    throw importFailed(
      name,
      'the page is only a script that fetches its text when a browser runs it',
      'Open it in a browser, save it as a complete page or PDF, and add that file.',
    );
  }
  if (text.trim() === '') throw importFailed(name, 'the page holds no text', 'Add a page that holds text.');
}

/** More links than this, as a share of a block's text, make it a list of links. */
const LINKED = 0.3;
/** Share of a document's words that may stand in lists of links. */
const LINKED_WORDS = 0.2;

/**
 * A page of a manual, without the parts of a site around it: nothing stands in a region of its own, and few words are
 * links. Readability would keep its best section only.
 */
function isPlainDocument(blocks: readonly MarkedBlock[]): boolean {
  if (blocks.some(({ region }) => region !== undefined)) return false;
  const lengthOf = (entries: readonly MarkedBlock[]): number =>
    entries.reduce((sum, { block }) => sum + blockText(block).length, 0);
  return lengthOf(blocks.filter(({ links }) => links >= LINKED)) < lengthOf(blocks) * LINKED_WORDS;
}

/** Blocks that Readability keeps, and those between them that it cuts for their looks: lists, tables, code. */
function findMainText(document: HtmlDocument, blocks: readonly MarkedBlock[]): ReadonlySet<MarkedBlock> {
  const marks = readableMarks(document);
  if (isPlainDocument(blocks))
    return new Set(blocks.filter(({ mark, links }) => marks.has(mark) || links < LINKED));
  const firstKept = blocks.findIndex((entry) => marks.has(entry.mark));
  const lastKept = blocks.findLastIndex((entry) => marks.has(entry.mark));
  const title = blocks.find(
    ({ block, region }) => block.kind === 'heading' && block.level === 1 && region === undefined,
  );
  return new Set(
    blocks.filter((entry, index) => {
      if (marks.has(entry.mark)) return entry.region !== 'hidden text';
      if (firstKept < 0 || entry.region !== undefined) return false;
      // The heading of the page is dropped as a repetition of the title, and stands before the text.
      if (entry === title) return index < firstKept;
      const notes = entry.block.kind === 'footnote';
      return entry.links < LINKED && index > firstKept && (index < lastKept || notes);
    }),
  );
}

function readableMarks(document: HtmlDocument): ReadonlySet<string> {
  const marks = new Set<string>();
  const reader = new Readability<HtmlElement>(document, {
    serializer: (node: unknown) => node as HtmlElement,
  });
  const content = reader.parse()?.content;
  for (const element of content?.querySelectorAll(`[${MARK}]`) ?? [])
    marks.add(element.getAttribute(MARK) ?? '');
  return marks;
}
