import type { ImportBlock } from '../draft.ts';
import type { HtmlDocument, HtmlElement, HtmlNode } from './html-document.ts';
import { collapseSpace, isElement } from './html-document.ts';
import { readInline, UNREAD } from './read-inline.ts';
import { regionOf } from './html-regions.ts';
import { isDataTable, readTable } from './read-html-table.ts';

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
}

export const MARK = 'data-verbatim';

const BLOCK =
  'address,article,aside,blockquote,body,center,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,form,' +
  'h1,h2,h3,h4,h5,h6,header,hr,li,main,menu,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul';
const BLOCK_NAMES = new Set(BLOCK.split(','));

interface Context {
  readonly region?: string;
  readonly depth: number;
  /** The list item that the next run of text opens. */
  readonly item?: { readonly order?: number; used: boolean };
  readonly footnote: boolean;
}

/** All visible text of the page as blocks, in its order; each is marked in the document. */
export function collectHtmlBlocks(document: HtmlDocument, root: HtmlElement): CollectedBlocks {
  const blocks: MarkedBlock[] = [];
  let footnoteMarks = 0;

  function add(element: HtmlElement, context: Context, make: (line: number) => ImportBlock, links = 0): void {
    const mark = String(blocks.length + 1);
    element.setAttribute(MARK, mark);
    const region = context.region ?? regionOf(element);
    blocks.push({ block: make(blocks.length + 1), mark, links, ...(region === undefined ? {} : { region }) });
  }

  function addRun(run: readonly HtmlNode[], context: Context): void {
    const first = run[0];
    const inline = readInline(run);
    footnoteMarks += inline.footnoteMarks;
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
      if (isElement(node) && UNREAD.has(node.localName)) continue;
      const isBreak = isElement(node) && node.localName === 'br';
      // Two line breaks are how old pages make a paragraph.
      breaks = isBreak
        ? breaks + 1
        : node.nodeType === 3 && (node.textContent ?? '').trim() === ''
          ? breaks
          : 0;
      if (isBreak && breaks === 2) flush();
      if (isElement(node) && isBlock(node)) {
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
    else if (name === 'table' && isDataTable(element))
      add(element, context, (line) => ({ kind: 'table', rows: readTable(element), line }));
    else if (name === 'ul' || name === 'ol' || name === 'menu') walkList(element, context);
    else walk(element, context);
  }

  function addHeading(element: HtmlElement, context: Context): void {
    const inline = readInline([...element.childNodes]);
    footnoteMarks += inline.footnoteMarks;
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
    const text = (element.textContent ?? '').replace(/^\n/, '').trimEnd();
    if (text.trim() !== '') add(element, context, (line) => ({ kind: 'code', text, line }));
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
  return { blocks, footnoteMarks, pictures: [...root.querySelectorAll('img,svg,picture > source')].length };
}

function runBlock(text: string, line: number, { item, depth, footnote }: Context): ImportBlock {
  if (footnote) return { kind: 'footnote', text, line };
  if (item === undefined || item.used) return { kind: 'paragraph', text, line };
  item.used = true;
  return { kind: 'item', depth, text, line, ...(item.order === undefined ? {} : { order: item.order }) };
}

function isBlock(element: HtmlElement): boolean {
  return BLOCK_NAMES.has(element.localName) || element.querySelector(BLOCK) !== null;
}

/** `<li id="footnote-1">` with a link back to its mark. */
function isFootnote(item: HtmlElement): boolean {
  return (
    /^(?:foot|end)?note|^fn|^cite_note/i.test(item.getAttribute('id') ?? '') &&
    item.querySelector('a[href^="#"]') !== null
  );
}
