import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  RootContent,
  Table,
  Text,
} from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';
import type { Info, Options, State } from 'mdast-util-to-markdown';
import type { Locator, ParagraphRole } from '../../domain/article.ts';
import type { BlockNote } from '../block-notes.ts';
import { writeBlockNotes } from '../block-notes.ts';
import type { ImportBlock } from '../draft.ts';
import { readMarkdown } from '../formats/read-markdown.ts';

/** Parsing a longer text only to see whether it needs escapes is not worth the time. Characters. */
const LONGEST_TRIAL = 5000;
/**
 * The parser's time grows with the square of the escapes of one paragraph (2,000 take about 0.05 s, 240,000
 * take minutes). A paragraph with more mark-up characters is fenced, with a note that it is prose.
 */
const MOST_ESCAPES = 2000;

/**
 * The blocks as Markdown that `readMarkdown` reads back as exactly their texts, roles and places.
 * @param careful escapes every punctuation mark instead of only those that need it
 */
export function writeMarkdown(blocks: readonly ImportBlock[], careful = false): string {
  const nodes: RootContent[] = [];
  let page: number | undefined;
  let footnotes = 0;
  for (const block of blocks) {
    if (block.kind === 'footnote') footnotes += 1;
    const before = block.locator?.page === page ? undefined : block.locator?.page;
    page = block.locator?.page ?? page;
    const note: BlockNote = { ...roleNote(block), locator: placeOf(block.locator, before) };
    nodes.push(...writeBlockNotes(note).map((value): RootContent => ({ type: 'html', value })));
    if (block.kind === 'item') addItem(nodes, block);
    else nodes.push(toNode(block, footnotes));
  }
  return toMarkdown({ type: 'root', children: nodes }, careful ? CAREFUL : PLAIN);
}

/** The page is written where it changes; times and speakers are each block's own. */
function placeOf(locator: Locator | undefined, page: number | undefined): Locator {
  return {
    ...(page === undefined ? {} : { page }),
    ...(locator?.time === undefined ? {} : { time: locator.time }),
    ...(locator?.speaker === undefined ? {} : { speaker: locator.speaker }),
  };
}

/** What the syntax alone does not tell. */
function roleNote(block: ImportBlock): BlockNote {
  const fenced = 'text' in block && block.kind !== 'code' && isCrowded(block.text ?? '');
  if (fenced && block.kind !== 'heading' && block.kind !== 'raw') {
    const role: Readonly<Record<string, ParagraphRole>> = { item: 'item', footnote: 'reference' };
    return { role: (block.kind === 'paragraph' ? block.role : role[block.kind]) ?? 'prose' };
  }
  return block.kind === 'paragraph' && block.role !== undefined ? { role: block.role } : {};
}

function toNode(block: Exclude<ImportBlock, { kind: 'item' }>, footnotes: number): RootContent {
  switch (block.kind) {
    case 'raw':
      return { type: 'html', value: block.markdown };
    case 'heading':
      return { type: 'heading', depth: headingDepth(block.level), children: [text(block.text)] };
    case 'paragraph':
      return prose(block.text);
    case 'footnote': {
      if (isCrowded(block.text)) return { type: 'code', value: block.text };
      const identifier = String(footnotes);
      return { type: 'footnoteDefinition', identifier, label: identifier, children: [paragraph(block.text)] };
    }
    case 'code':
      return { type: 'code', value: block.text };
    case 'table':
      return toTable(block.rows);
  }
}

function headingDepth(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return ([1, 2, 3, 4, 5, 6] as const).find((depth) => depth >= level) ?? 6;
}

function text(value: string): Text {
  return { type: 'text', value };
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [text(value)] };
}

function prose(value: string): BlockContent {
  return isCrowded(value) ? { type: 'code', value } : paragraph(value);
}

function toTable(rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
    })),
  };
}

type Item = Extract<ImportBlock, { kind: 'item' }>;

/** Puts the item into the list that stands last, below its parent where there is one. */
function addItem(nodes: RootContent[], block: Item): void {
  const item: ListItem = { type: 'listItem', spread: false, children: [prose(block.text)] };
  let siblings: (RootContent | BlockContent | DefinitionContent)[] = nodes;
  for (let depth = 0; depth < block.depth; depth += 1) {
    const list = siblings.at(-1);
    const parent = list?.type === 'list' ? list.children.at(-1) : undefined;
    if (!parent) break;
    siblings = parent.children;
  }
  const list = siblings.at(-1);
  const ordered = block.order !== undefined;
  if (list?.type === 'list' && list.ordered === ordered) list.children.push(item);
  else {
    const start = block.order === undefined ? {} : { start: block.order };
    const added: List = { type: 'list', ordered, spread: false, children: [item], ...start };
    siblings.push(added);
  }
}

/** CommonMark 0.31, 2.4: any ASCII punctuation character may be escaped. */
function escapeAll(value: string): string {
  return value.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Characters that may be mark-up anywhere, and openings that may be mark-up at the start of a line. */
const MARKUP = /[\\`*_[\]<&~|\n]|\bhttps?:|\bwww\.|@/;
const OPENING = /^(?:[#>+=:\s-]|\d+[.)])|[#\s]$/;

/** The fewest escapes with which the text reads back: none, those that CommonMark needs, or all. */
function writeText(node: Text, _parent: unknown, state: State, info: Info): string {
  if (!MARKUP.test(node.value) && !OPENING.test(node.value)) return node.value;
  if (!state.stack.includes('paragraph') || node.value.length > LONGEST_TRIAL)
    return defaultHandlers.text(node, undefined, state, info);
  if (readsAs(node.value, node.value)) return node.value;
  const written = defaultHandlers.text(node, undefined, state, info);
  return readsAs(written, node.value) ? written : escapeAll(node.value);
}

function readsAs(markdown: string, value: string): boolean {
  // A note's mark reads as nothing where its note is missing, as here.
  if (/(?<!\\)\[\^/.test(markdown)) return false;
  const [block, ...others] = readMarkdown(markdown).blocks;
  if (block?.kind !== 'raw' || others.length > 0) return false;
  return block.parts.length === 1 && block.parts[0]?.role === undefined && block.text === value;
}

const SHARED: Options = {
  bullet: '-',
  listItemIndent: 'one',
  rule: '-',
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
  ],
  // A note stands right above its block.
  join: [(left) => (left.type === 'html' && /^<!-- [^\n]+ -->$/.test(left.value) ? 0 : undefined)],
};
const PLAIN: Options = { ...SHARED, handlers: { text: writeText } };
const CAREFUL: Options = { ...SHARED, handlers: { text: (node: Text) => escapeAll(node.value) } };

function isCrowded(value: string): boolean {
  return value.length > MOST_ESCAPES && (value.match(/[!-/:-@[-`{-~]/g)?.length ?? 0) > MOST_ESCAPES;
}
