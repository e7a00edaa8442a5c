import type { ReaderTools } from '../../domain/importing.ts';
import type { ImportBlock } from '../draft.ts';
import { collectVocabulary, joinLines } from './join-lines.ts';
import { findPdfTables } from './find-pdf-tables.ts';
import type { PdfLine } from './read-pdf-lines.ts';

export interface JoinedLines {
  readonly blocks: readonly ImportBlock[];
  /** Words that were put together again, such as `de-fence → defence`. */
  readonly joinedWords: readonly string[];
}

/** Larger than the body by this much is a heading. */
const HEADING_SIZE = 1.15;
/** Notes below a page are set smaller than the body, by this at least. */
const FOOTNOTE_SIZE = 0.92;
/** Longer than this is no heading, whatever its size. Characters. */
const LONGEST_HEADING = 200;
const BULLET = /^[•◦▪‣●○■]\s*/u;

/** Lines of a PDF as headings, list items and paragraphs, by their size, distance and indentation. */
export function joinPdfLines(lines: readonly PdfLine[], { isWord }: ReaderTools): JoinedLines {
  const layout = measureLayout(lines);
  const groups: (PdfLine[] | ImportBlock)[] = [];
  for (const part of findPdfTables(lines)) {
    if (part.kind === 'table') {
      groups.push(part.block);
      continue;
    }
    const group = groups.at(-1);
    const previous = Array.isArray(group) ? group.at(-1) : undefined;
    if (Array.isArray(group) && previous && continuesParagraph(previous, part.line, layout))
      group.push(part.line);
    else groups.push([part.line]);
  }
  const vocabulary = collectVocabulary(lines);
  const joinedWords: string[] = [];
  const blocks = groups.map((group): ImportBlock => {
    if (!Array.isArray(group)) return group;
    const text = joinLines(group, { vocabulary, isWord, joinedWords });
    const first = group[0];
    const line = first?.number ?? 1;
    const locator = { page: (first?.page ?? 0) + 1 };
    const level = layout.headingSizes.indexOf(Math.round(first?.size ?? 0)) + 1;
    if (level > 0 && text.length <= LONGEST_HEADING)
      return { kind: 'heading', level: Math.min(level, 4), text, line, locator };
    if (BULLET.test(text)) return { kind: 'item', depth: 0, text: text.replace(BULLET, ''), line, locator };
    if (first && isFootnote(first, text, layout)) return { kind: 'footnote', text, line, locator };
    return { kind: 'paragraph', text, line, locator };
  });
  return { blocks: blocks.filter((block) => !('text' in block) || block.text !== ''), joinedWords };
}

/** In smaller type than the text, with its number in front. */
function isFootnote({ size }: PdfLine, text: string, { body }: Layout): boolean {
  return size < body * FOOTNOTE_SIZE && /^(?:\d{1,3}|[*†‡])\s?\p{L}/u.test(text);
}

interface Layout {
  /** Points of the type that most of the text has. */
  readonly body: number;
  /** Points from line to line inside a paragraph. */
  readonly leading: number;
  readonly right: number;
  /** Rounded points, largest first. */
  readonly headingSizes: readonly number[];
}

function measureLayout(lines: readonly PdfLine[]): Layout {
  const body = weightedMode(lines, (line) => Math.round(line.size * 2) / 2);
  const bodyLines = lines.filter((line) => Math.abs(line.size - body) < 1);
  const gaps = bodyLines.flatMap((line, index) => {
    const previous = bodyLines[index - 1];
    const gap = previous && previous.page === line.page ? previous.y - line.y : 0;
    return gap > 0 && gap < body * 4 ? [gap] : [];
  });
  const sizes = new Set(
    lines.filter((line) => line.size >= body * HEADING_SIZE).map((line) => Math.round(line.size)),
  );
  const ends = bodyLines.map((line) => line.endX).sort((a, b) => a - b);
  return {
    body,
    // The lower quartile: between paragraphs there is more.
    leading: gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? body * 1.2,
    right: ends[Math.floor(ends.length * 0.9)] ?? 0,
    headingSizes: [...sizes].sort((a, b) => b - a),
  };
}

function weightedMode(lines: readonly PdfLine[], value: (line: PdfLine) => number): number {
  const weights = new Map<number, number>();
  for (const line of lines) weights.set(value(line), (weights.get(value(line)) ?? 0) + line.text.length);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function continuesParagraph(previous: PdfLine, line: PdfLine, layout: Layout): boolean {
  if (Math.abs(previous.size - line.size) > previous.size * 0.1 || BULLET.test(line.text)) return false;
  const ended = /[.!?:]["'”’»)\]]*$/.test(previous.text);
  const gap = previous.y - line.y;
  // Another page or column: only a sentence that goes on joins them.
  if (previous.page !== line.page || gap < -layout.leading * 0.5)
    return !ended && !isHeading(previous, layout);
  if (gap > layout.leading * 1.4) return false;
  if (isHeading(previous, layout)) return true;
  const indented = line.x > previous.x + line.size * 0.8 && !BULLET.test(previous.text);
  const short = previous.endX < layout.right - previous.size * 6;
  return !(ended && (indented || short));
}

function isHeading(line: PdfLine, layout: Layout): boolean {
  return layout.headingSizes.includes(Math.round(line.size));
}
