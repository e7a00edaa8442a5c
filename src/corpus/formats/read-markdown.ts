import type { PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Locator } from '../../domain/article.ts';
import type { RemovedLine } from '../../domain/importing.ts';
import type { BlockNote } from '../block-notes.ts';
import { readBlockNote } from '../block-notes.ts';
import type { DraftBlock } from '../build-article.ts';
import type { Draft, ImportBlock } from '../draft.ts';
import { flattenBlocks } from '../flatten-blocks.ts';
import type { InlineMarkdown } from './read-inline-markdown.ts';
import { readInlineMarkdown, readMarkdownHtml } from './read-inline-markdown.ts';

/**
 * Markdown stays as its author wrote it: each block is kept as a slice of the source beside what it reads as,
 * so that cleaning can only take whole blocks out. Links read as their text, soft wraps as one space; text that
 * is struck out is left out and named.
 * @param firstLine line of the file that the body starts at, counted from 1
 */
export function readMarkdown(body: string, firstLine = 1): Draft {
  // A single tilde is most often 'about': '~20 kB'.
  const root = fromMarkdown(body, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const lines = body.split('\n');
  const removed: RemovedLine[] = [];
  const annotate = createAnnotator();
  const blocks = root.children.map((node): ImportBlock => {
    const start = node.position?.start.line ?? 1;
    const markdown = lines.slice(start - 1, node.position?.end.line ?? start).join('\n');
    const line = firstLine + start - 1;
    const onStruck = (text: string): void => {
      removed.push({ line, text, reason: 'struck out' });
    };
    const parts = annotate(node, readNode(node, { source: body, onStruck }));
    if (node.type !== 'paragraph' && node.type !== 'heading') return { kind: 'raw', markdown, line, parts };
    return { kind: 'raw', markdown, text: parts.map((part) => part.text).join(' '), line, parts };
  });
  const title = root.children.findIndex(
    (node, index) => node.type === 'heading' && (node.depth === 1 || index === 0),
  );
  const heading = blocks[title];
  return {
    blocks,
    source: body,
    metadata: heading?.kind === 'raw' && heading.text ? { title: heading.text } : {},
    removed,
    notes: [],
  };
}

/** Applies the notes that stand in comments above blocks: a page until the next one, the rest to the next block. */
function createAnnotator(): (node: RootContent, parts: readonly DraftBlock[]) => readonly DraftBlock[] {
  let page: Locator = {};
  let pending: BlockNote = {};
  return (node, parts) => {
    const note = node.type === 'html' ? readBlockNote(node.value) : undefined;
    if (note?.locator?.page !== undefined) page = note.locator;
    else if (note) pending = { ...pending, ...note };
    if (note || parts.length === 0) return parts;
    const { role } = pending;
    const locator = { ...page, ...pending.locator };
    pending = {};
    return parts.map((part): DraftBlock => {
      if (part.kind === 'heading') return part;
      const { role: own, ...rest } = part;
      const kept = role === undefined ? own : role === 'prose' ? undefined : role;
      return {
        ...rest,
        ...(kept === undefined ? {} : { role: kept }),
        ...(Object.keys(locator).length === 0 ? {} : { locator }),
      };
    });
  };
}

function readNode(node: RootContent, context: InlineMarkdown): readonly DraftBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: inlineText(node.children, context) }];
    case 'paragraph':
      return paragraph(inlineText(node.children, context));
    case 'code':
      return [{ kind: 'paragraph', text: node.value.replace(/\r\n?/g, '\n'), role: 'code' }];
    case 'table':
      return flattenBlocks([{ kind: 'table', rows: tableRows(node, context), line: 1 }]);
    case 'list':
      return node.children
        .flatMap((item) => item.children.flatMap((child) => readNode(child, context)))
        .map((part) => (part.kind === 'heading' ? part : { role: 'item', ...part }));
    case 'blockquote':
      return node.children.flatMap((child) => readNode(child, context));
    case 'footnoteDefinition':
      return node.children
        .flatMap((child) => readNode(child, context))
        .map((part) => (part.kind === 'heading' ? part : { ...part, role: 'reference' }));
    case 'html':
      return paragraph(collapse(readMarkdownHtml(node.value)));
    // Definitions, thematic breaks and the like say nothing that could be quoted.
    default:
      return [];
  }
}

function paragraph(text: string): readonly DraftBlock[] {
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text }];
}

function tableRows(table: Table, context: InlineMarkdown): readonly (readonly string[])[] {
  return table.children.map((row) => row.children.map((cell) => inlineText(cell.children, context)));
}

function inlineText(nodes: readonly PhrasingContent[], context: InlineMarkdown): string {
  return collapse(readInlineMarkdown(nodes, context));
}

/** Soft-wrapped lines joined by one space; other white space stays as the author typed it. */
function collapse(text: string): string {
  return text
    .replace(/[ \t]*\r?\n[ \t]*/g, ' ')
    .replace(/ \uffff(?= )|\uffff/g, '')
    .trim();
}
