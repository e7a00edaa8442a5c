import type { HtmlElement, HtmlNode } from './html-document.ts';
import { collapseSpace, isElement } from './html-document.ts';
import { readInline } from './read-inline.ts';

/** Cells of one row; a cell that spans more columns than any real table has is a mistake or an attack. */
const MAX_COLUMNS = 100;

/** A table of facts and not of layout: two rows and two columns at least, with no table or list in a cell. */
export function isDataTable(table: HtmlElement): boolean {
  if (table.querySelector('table, ul, ol, h1, h2, h3, h4, pre, td p + p') !== null) return false;
  const rows = readTable(table);
  return rows.length >= 2 && (rows[0]?.length ?? 0) >= 2;
}

/**
 * The rows with as many cells each; a cell over several columns stands in the first of them, one over
 * several rows in each of them, so that every row can be read alone. Rows without text are left out.
 */
export function readTable(table: HtmlElement): readonly (readonly string[])[] {
  const spans = new Map<number, { text: string; rows: number }>();
  const rows = [...table.querySelectorAll('tr')].map((row) => {
    const cells: string[] = [];
    const fillSpans = (): void => {
      for (let span = spans.get(cells.length); span !== undefined; span = spans.get(cells.length)) {
        span.rows -= 1;
        if (span.rows <= 0) spans.delete(cells.length);
        cells.push(span.text);
      }
    };
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.localName !== 'td' && cell.localName !== 'th')) continue;
      fillSpans();
      const text = cellText(cell);
      const down = spanOf(cell, 'rowspan');
      if (down > 1) spans.set(cells.length, { text, rows: down - 1 });
      cells.push(text, ...Array.from({ length: spanOf(cell, 'colspan') - 1 }, () => ''));
    }
    fillSpans();
    return cells.slice(0, MAX_COLUMNS);
  });
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const width = filled.reduce((most, row) => Math.max(most, row.length), 0);
  return filled.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function cellText(cell: HtmlElement): string {
  return collapseSpace(readInline([...cell.childNodes] as readonly HtmlNode[]).text);
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, MAX_COLUMNS) : 1;
}
