import type { PdfCell, PdfLine } from './read-pdf-lines.ts';

/** Lines that two columns must have side by side before a page counts as set in two. */
const LEAST_LINES = 8;
/** Share of the page's lines that have to break at the gutter. */
const LEAST_SHARE = 0.6;
/** Characters that a line of a column has on average; less is a table. */
const LEAST_CHARACTERS = 20;
/** Points by which the right column's lines may start apart. */
const ALIGNED = 3;

/**
 * Puts a page that was drawn line by line across two columns into reading order: the left column, then the right.
 * Pages whose columns the file has one after the other are in order already, and stay as they are.
 */
export function partPdfColumns(lines: readonly PdfLine[]): readonly PdfLine[] {
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  return [...pages.values()].flatMap(partPage).map((line, index) => ({ ...line, number: index + 1 }));
}

function partPage(lines: readonly PdfLine[]): readonly PdfLine[] {
  const gutter = findGutter(lines);
  if (gutter === undefined) return lines;
  const ordered: PdfLine[] = [];
  let right: PdfLine[] = [];
  const flush = (): void => {
    ordered.push(...right);
    right = [];
  };
  for (const line of lines) {
    const [left, other] = line.cells;
    if (left && other && line.cells.length === 2 && Math.abs(other.x - gutter) <= ALIGNED) {
      ordered.push(ofCell(line, left));
      right.push(ofCell(line, other));
    } else if (line.x >= gutter - ALIGNED) right.push(line);
    else {
      // A line across the page, such as a heading, ends the columns above it.
      if (line.endX > gutter) flush();
      ordered.push(line);
    }
  }
  flush();
  return ordered;
}

function ofCell(line: PdfLine, cell: PdfCell): PdfLine {
  return { ...line, ...cell, cells: [cell] };
}

/** Where the right column starts; undefined when the page has one column, or a table. */
function findGutter(lines: readonly PdfLine[]): number | undefined {
  const pairs = lines.flatMap(({ cells }) => {
    const [left, right] = cells;
    return left && right && cells.length === 2 ? [{ left, right }] : [];
  });
  if (pairs.length < LEAST_LINES || pairs.length < lines.length * LEAST_SHARE) return undefined;
  const starts = pairs.map(({ right }) => right.x).sort((a, b) => a - b);
  const gutter = starts[starts.length >> 1] ?? 0;
  const fitting = pairs.filter(({ right }) => Math.abs(right.x - gutter) <= ALIGNED);
  const isLong = (side: 'left' | 'right'): boolean =>
    fitting.reduce((sum, pair) => sum + pair[side].text.length, 0) >= fitting.length * LEAST_CHARACTERS;
  const isProse = isLong('left') && isLong('right');
  return isProse && fitting.length >= pairs.length * 0.8 ? gutter : undefined;
}
