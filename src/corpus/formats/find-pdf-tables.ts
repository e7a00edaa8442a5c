import type { ImportBlock } from '../draft.ts';
import type { PdfCell, PdfLine } from './read-pdf-lines.ts';

/** Points by which the cells of a column may start apart. */
const ALIGNED = 4;
/** Rows below the heads, without which columns may be chance. */
const LEAST_ROWS = 2;
/** Characters of a column's head; longer is a sentence. */
const LONGEST_HEAD = 40;
/** A row that goes on in the next line stands this close to it, as a multiple of the type's size. */
const CLOSE = 1.4;

/** A line that belongs to no table, or all lines of one as a block. */
export type PdfPart =
  { readonly kind: 'line'; readonly line: PdfLine } | { readonly kind: 'table'; readonly block: ImportBlock };

/**
 * Finds runs of lines whose pieces stand in columns below a line of heads: capitalised, short, without a full stop.
 * Columns without heads, such as options with what they do, stay lines: their first row is no head.
 */
export function findPdfTables(lines: readonly PdfLine[]): readonly PdfPart[] {
  const parts: PdfPart[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = readTableAt(lines, at);
    const line = lines[at];
    if (table) parts.push({ kind: 'table', block: table.block });
    else if (line) parts.push({ kind: 'line', line });
    at = table?.next ?? at + 1;
  }
  return parts;
}

function readTableAt(
  lines: readonly PdfLine[],
  at: number,
): { readonly block: ImportBlock; readonly next: number } | undefined {
  const head = lines[at];
  if (!head || head.cells.length < 2 || !head.cells.every(isHead)) return undefined;
  const rows: string[][] = [head.cells.map(({ text }) => text)];
  let next = at + 1;
  for (let previous = head; ; next += 1) {
    const line = lines[next];
    if (line?.page !== head.page || line.y >= previous.y) break;
    const columns = line.cells.map((cell) => columnOf(cell, head.cells));
    const isRow = line.cells.length >= 2 && columns[0] === 0 && columns.every((column) => column >= 0);
    if (isRow) rows.push(head.cells.map((_, column) => textIn(line, columns, column)));
    else if (!continueRow(rows, { line, previous, head })) break;
    previous = line;
  }
  if (rows.length - 1 < LEAST_ROWS) return undefined;
  const block: ImportBlock = { kind: 'table', rows, line: head.number, locator: { page: head.page + 1 } };
  return { block, next };
}

/** Adds a line that stands in one column only to the row above it. */
function continueRow(
  rows: string[][],
  { line, previous, head }: { readonly line: PdfLine; readonly previous: PdfLine; readonly head: PdfLine },
): boolean {
  const [cell, ...others] = line.cells;
  const last = rows.at(-1);
  if (!cell || !last || rows.length === 1 || others.length > 0) return false;
  if (previous.y - line.y > line.size * CLOSE || Math.abs(line.size - head.size) > 1) return false;
  const start = head.cells[1]?.x ?? Infinity;
  if (cell.x < start - ALIGNED) return false;
  const exact = columnOf(cell, head.cells);
  const column = exact > 0 ? exact : head.cells.findLastIndex(({ x }) => x <= cell.x);
  last[column] = [last[column], cell.text].filter((text) => text !== '').join(' ');
  return true;
}

function textIn(line: PdfLine, columns: readonly number[], column: number): string {
  return line.cells
    .filter((_, index) => columns[index] === column)
    .map(({ text }) => text)
    .join(' ');
}

function columnOf(cell: PdfCell, heads: readonly PdfCell[]): number {
  return heads.findIndex(({ x }) => Math.abs(x - cell.x) <= ALIGNED);
}

function isHead({ text }: PdfCell): boolean {
  return text.length <= LONGEST_HEAD && /^\p{Lu}/u.test(text) && !/[.:;,!?]$/.test(text);
}
