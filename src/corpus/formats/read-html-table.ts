import type { HtmlElement, HtmlNode } from './html-document.ts';
import { collapseSpace, isElement } from './html-document.ts';
import { readInline } from './read-inline.ts';

/** Cells of one row; a cell that spans more columns than any real table has is a mistake or an attack. */
const MAX_COLUMNS = 100;

/** An infobox: each row names a fact and states it, and no row heads the columns. */
export function isFieldTable(table: HtmlElement): boolean {
  if (table.querySelector('table') !== null) return false;
  const rows = cellRows(table);
  const facts = rows.filter(isFact).length;
  const named = /(?:^|[\s_-])(?:infobox|vcard)(?:$|[\s_-])/i.test(table.getAttribute('class') ?? '');
  return named ? facts >= 1 : facts >= 2 && facts === rows.length;
}

export interface Field {
  readonly element: HtmlElement;
  /** 'Founded: 1998', or the one cell of a row. */
  readonly text: string;
  readonly role: 'field' | 'caption';
}

/** The rows of an infobox that hold text. */
export function readFields(table: HtmlElement): readonly Field[] {
  const caption = [...table.querySelectorAll('caption')].map((element): Field => ({
    element,
    text: cellText(element),
    role: 'caption',
  }));
  const rows = cellRows(table).flatMap((cells): readonly Field[] => {
    const [first] = cells;
    const element = first?.parentNode;
    if (!element) return [];
    const [name, ...values] = cells.map(cellText).filter((text) => text !== '');
    if (name === undefined) return [];
    if (values.length === 0) return [{ element, text: name, role: 'caption' }];
    return [{ element, text: `${name.replace(/:$/, '')}: ${values.join('; ')}`, role: 'field' }];
  });
  return [...caption, ...rows].filter(({ text }) => text !== '');
}

function cellRows(table: HtmlElement): readonly (readonly HtmlElement[])[] {
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.childNodes]
      .filter(isElement)
      .filter((cell) => cell.localName === 'td' || cell.localName === 'th'),
  );
}

/** `<th>Founded</th><td>1998</td>` */
function isFact(cells: readonly HtmlElement[]): boolean {
  return cells.length === 2 && cells[0]?.localName === 'th' && cells[1]?.localName === 'td';
}

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
