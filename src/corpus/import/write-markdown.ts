import { parseMarkdown } from '../parse-markdown.ts';
import type { ImportBlock } from './draft.ts';

/** Parsing a longer text only to see whether it needs escapes is not worth the time. Characters. */
const LONGEST_TRIAL = 5000;
/**
 * The parser's time grows with the square of the escapes of one paragraph (2,000 take about 0.05 s, 240,000
 * take minutes). A paragraph with more mark-up characters is fenced, which reads back as the same paragraph.
 */
const MOST_ESCAPES = 2000;

/**
 * The blocks as Markdown that `parseMarkdown` reads back as exactly their texts.
 * @param careful escapes every punctuation mark instead of only those that need it
 */
export function writeMarkdown(blocks: readonly ImportBlock[], careful = false): string {
  let text = '';
  let depth = -1;
  let footnotes = 0;
  for (const [index, block] of blocks.entries()) {
    const previous = blocks[index - 1];
    // A nested item needs its parent just above it.
    depth = block.kind === 'item' ? Math.min(block.depth, depth + 1) : -1;
    if (block.kind === 'footnote') footnotes += 1;
    const separator =
      previous === undefined ? '' : previous.kind === 'item' && block.kind === 'item' ? '\n' : '\n\n';
    text += separator + writeBlock(block, { careful, depth, footnote: footnotes });
  }
  return `${text}\n`;
}

interface WriteOptions {
  readonly careful: boolean;
  readonly depth: number;
  /** Number of the footnote, counted from 1. */
  readonly footnote: number;
}

function writeBlock(block: ImportBlock, { careful, depth, footnote }: WriteOptions): string {
  switch (block.kind) {
    case 'raw':
      return block.markdown;
    case 'heading':
      return escapeInto(`${'#'.repeat(block.level)} `, block.text, careful);
    case 'paragraph':
      if (isCrowded(block.text)) return writeCode(block.text);
      return escapeInto('', block.text, careful);
    case 'item': {
      if (isCrowded(block.text)) return `\n${writeCode(block.text)}`;
      const marker = block.order === undefined ? '-' : `${block.order}.`;
      return `${'    '.repeat(depth)}${escapeInto(`${marker} `, block.text, careful)}`;
    }
    case 'footnote':
      if (isCrowded(block.text)) return writeCode(block.text);
      return escapeInto(`[^${footnote}]: `, block.text, careful);
    case 'code':
      return writeCode(block.text);
    case 'table':
      return writeTable(block.rows);
  }
}

/** Characters that may be mark-up anywhere, and openings that may be mark-up at the start of a line. */
const MARKUP = /[\\`*_[\]<&~|]/;
const OPENING = /^(?:[#>+=:-]|\d+[.)])/;

function escapeInto(prefix: string, text: string, careful: boolean): string {
  if (!careful && !MARKUP.test(text) && !OPENING.test(text)) return prefix + text;
  if (!careful && text.length <= LONGEST_TRIAL) {
    const lightly = text
      .replace(/[\\`*_[\]<~]/g, '\\$&')
      .replace(/^(?:[#>+=:-]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`));
    const trial = [text, lightly].find(
      (candidate) => !candidate.includes('[^') && readsAs(prefix + candidate, text),
    );
    if (trial !== undefined) return prefix + trial;
  }
  return prefix + escapeAll(text);
}

function isCrowded(text: string): boolean {
  return (
    text.length > MOST_ESCAPES &&
    (text.match(/[!-/:-@[-`{-~]/g)?.length ?? 0) > MOST_ESCAPES &&
    MARKUP.test(text)
  );
}

function readsAs(markdown: string, text: string): boolean {
  const blocks = parseMarkdown(markdown);
  return blocks.length === 1 && blocks[0]?.text === text;
}

/** CommonMark 0.31, 2.4: any ASCII punctuation character may be escaped. */
function escapeAll(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function writeCode(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), (match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function writeTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows.map((row) =>
    row.map((cell) => (MARKUP.test(cell) ? escapeAll(cell) : cell)),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
