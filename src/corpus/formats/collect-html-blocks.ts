import type { ParagraphRole } from '../../domain/article.ts';
import type { RemovedLine } from '../../domain/importing.ts';
import type { ImportBlock } from '../draft.ts';
import type { HtmlDocument, HtmlElement, HtmlNode } from './html-document.ts';
import { collapseSpace, isElement } from './html-document.ts';
import { BLOCK, BLOCK_NAMES, readInline, readPreformatted, UNREAD } from './read-inline.ts';
import type { InlineText } from './read-inline.ts';
import { regionOf } from './html-regions.ts';
import { isDataTable, isFieldTable, readFields, readTable } from './read-html-table.ts';
import { readDefinitions } from './read-definitions.ts';

/** A block with the mark that its element carries, so that it can be found again after the page was cut. */
export interface MarkedBlock {
  readonly block: ImportBlock;
  readonly mark: string;
  /** The part of the page it stands in, when that is not the main text: `navigation`, `page footer`. */
  readonly region?: string;
  /** Share of its characters that are links, in [0, 1]. */
  readonly links: number;
}

export interface CollectedBlocks {
  readonly blocks: readonly MarkedBlock[];
  /** Footnote marks in sentences that are not part of the text. */
  readonly footnoteMarks: number;
  readonly pictures: number;
  /** Pieces inside of blocks that are no text, such as what is struck out; the line is the block's. */
  readonly dropped: readonly RemovedLine[];
}

export const MARK = 'data-verbatim';

interface Context {
  readonly region?: string;
  readonly depth: number;
  /** The list item that the next run of text opens. */
  readonly item?: { readonly order?: number; used: boolean };
  /** The terms whose meaning the next run of text opens. */
  readonly term?: { readonly name: string; used: boolean };
  readonly footnote: boolean;
  /** Of the paragraphs in it. */
  readonly role?: ParagraphRole;
}

/** All visible text of the page as blocks, in its order; each is marked in the document. */
export function collectHtmlBlocks(document: HtmlDocument, root: HtmlElement): CollectedBlocks {
  const blocks: MarkedBlock[] = [];
  const dropped: RemovedLine[] = [];
  let footnoteMarks = 0;

  function read(nodes: readonly HtmlNode[]): InlineText {
    const inline = readInline(nodes);
    footnoteMarks += inline.footnoteMarks;
    for (const { text, reason } of inline.dropped)
      dropped.push({ line: blocks.length + 1, text: collapseSpace(text), reason });
    return inline;
  }

  function add(element: HtmlElement, context: Context, make: (line: number) => ImportBlock, links = 0): void {
    const mark = String(blocks.length + 1);
    element.setAttribute(MARK, mark);
    const region = context.region ?? regionOf(element);
    blocks.push({ block: make(blocks.length + 1), mark, links, ...(region === undefined ? {} : { region }) });
  }

  function addRun(run: readonly HtmlNode[], context: Context): void {
    const first = run[0];
    const inline = read(run);
    const text = collapseSpace(inline.text);
    if (text === '' || !first?.parentNode) return;
    const span = document.createElement('span');
    first.parentNode.insertBefore(span, first);
    for (const node of run) span.appendChild(node);
    add(
      span,
      context,
      (line) => runBlock(text, line, context),
      inline.linked / Math.max(1, inline.text.length),
    );
  }

  function walk(parent: HtmlElement, context: Context): void {
    let run: HtmlNode[] = [];
    let breaks = 0;
    const flush = (): void => {
      addRun(run, context);
      run = [];
    };
    for (const node of [...parent.childNodes]) {
      const isBreak = isElement(node) && node.localName === 'br';
      // Two line breaks are how old pages make a paragraph.
      breaks = isBreak
        ? breaks + 1
        : node.nodeType === 3 && (node.textContent ?? '').trim() === ''
          ? breaks
          : 0;
      if (isBreak && breaks === 2) flush();
      // What is not read parts words, so it stays in its run.
      if (isElement(node) && isBlock(node) && !UNREAD.has(node.localName)) {
        flush();
        walkBlock(node, context);
      } else if (isElement(node) || node.nodeType === 3) run.push(node);
    }
    flush();
  }

  function walkBlock(element: HtmlElement, outer: Context): void {
    const region = outer.region ?? regionOf(element);
    const context: Context = { ...outer, ...(region === undefined ? {} : { region }) };
    const name = element.localName;
    if (/^h[1-6]$/.test(name)) addHeading(element, context);
    else if (name === 'pre') addCode(element, context);
    else if (name === 'table' && isFieldTable(element)) addFields(element, context);
    else if (name === 'table' && isDataTable(element))
      add(element, context, (line) => ({ kind: 'table', rows: readTable(element), line }));
    else if (name === 'dl') addDefinitions(element, context);
    else if (name === 'figcaption' || name === 'caption') walk(element, { ...context, role: 'caption' });
    else if (name === 'ul' || name === 'ol' || name === 'menu') walkList(element, context);
    else walk(element, context);
  }

  function addHeading(element: HtmlElement, context: Context): void {
    const inline = read([...element.childNodes]);
    const text = collapseSpace(inline.text);
    if (text !== '')
      add(
        element,
        context,
        (line) => ({ kind: 'heading', level: Number(element.localName[1]), text, line }),
        inline.linked / text.length,
      );
  }

  function addCode(element: HtmlElement, context: Context): void {
    const text = readPreformatted(element);
    if (text.trim() !== '') add(element, context, (line) => ({ kind: 'code', text, line }));
  }

  function addFields(table: HtmlElement, context: Context): void {
    for (const { element, text, role } of readFields(table))
      add(element, context, (line) => ({ kind: 'paragraph', text, role, line }));
  }

  function addDefinitions(list: HtmlElement, context: Context): void {
    for (const { element, terms } of readDefinitions(list)) {
      const name = terms.map((term) => collapseSpace(read([...term.childNodes]).text)).join(', ');
      if (name !== '' && opensWithParagraph(element)) {
        walk(element, { ...context, term: { name, used: false } });
        continue;
      }
      const inline = element.querySelector(BLOCK) === null ? read([...element.childNodes]) : undefined;
      const text = joinDefinition(name, collapseSpace(inline?.text ?? ''));
      if (text !== '')
        add(
          inline ? element : (terms.at(-1) ?? element),
          context,
          (line) => ({ kind: 'paragraph', text, role: 'definition', line }),
          (inline?.linked ?? 0) / text.length,
        );
      if (!inline) walk(element, context);
    }
  }

  function walkList(list: HtmlElement, context: Context): void {
    let order = Number(list.getAttribute('start') ?? 1);
    if (!Number.isInteger(order) || order < 0 || order > 1_000_000) order = 1;
    const depth = context.item === undefined ? 0 : context.depth + 1;
    for (const child of [...list.childNodes]) {
      if (!isElement(child)) continue;
      if (child.localName !== 'li') {
        walkBlock(child, context);
        continue;
      }
      const item = { used: false, ...(list.localName === 'ol' ? { order } : {}) };
      order += 1;
      const region = context.region ?? regionOf(child);
      walk(child, {
        ...context,
        depth,
        item,
        footnote: context.footnote || isFootnote(child),
        ...(region === undefined ? {} : { region }),
      });
    }
  }

  walk(root, { depth: 0, footnote: false });
  return {
    blocks,
    dropped,
    footnoteMarks,
    pictures: [...root.querySelectorAll('img,svg,picture > source')].length,
  };
}

/** 'tide: the rise of the sea', or the name alone where its meaning is more than a run of text. */
function joinDefinition(name: string, meaning: string): string {
  return [name, meaning].filter((part) => part !== '').join(/[:?!]$/.test(name) ? ' ' : ': ');
}

/** Whether the meaning of a term begins with a paragraph: then the two are one. */
function opensWithParagraph(meaning: HtmlElement): boolean {
  const first = [...meaning.childNodes].find((node) => (node.textContent ?? '').trim() !== '');
  return first !== undefined && isElement(first) && first.localName === 'p' && !first.querySelector(BLOCK);
}

function runBlock(text: string, line: number, { item, depth, footnote, role, term }: Context): ImportBlock {
  if (footnote) return { kind: 'footnote', text, line };
  if (term && !term.used) {
    term.used = true;
    return { kind: 'paragraph', text: joinDefinition(term.name, text), role: 'definition', line };
  }
  if (item === undefined || item.used || role !== undefined)
    return { kind: 'paragraph', text, line, ...(role === undefined ? {} : { role }) };
  item.used = true;
  return { kind: 'item', depth, text, line, ...(item.order === undefined ? {} : { order: item.order }) };
}

function isBlock(element: HtmlElement): boolean {
  return BLOCK_NAMES.has(element.localName) || element.querySelector(BLOCK) !== null;
}

/** `<li id="footnote-1">` with a link back to its mark, or an item of a list of sources. */
function isFootnote(item: HtmlElement): boolean {
  const list = item.parentNode?.getAttribute('class') ?? '';
  if (/(?:^|\s)(?:references|footnotes|endnotes|bibliography|reflist)(?:\s|$)/i.test(list)) return true;
  return (
    /^(?:foot|end)?note|^fn|^cite_note/i.test(item.getAttribute('id') ?? '') &&
    item.querySelector('a[href^="#"]') !== null
  );
}
