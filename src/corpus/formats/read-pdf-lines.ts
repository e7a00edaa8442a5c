/** A piece of text as pdf.js places it; points, from the lower left corner of the page. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** Text of a line that stands clear of the rest of it, as in a column. */
export interface PdfCell {
  readonly text: string;
  readonly x: number;
  readonly endX: number;
}

/** A gap from here on parts cells, as a multiple of the type's size; justified words stand closer. */
const CELL_GAP = 1.2;

/** One line of a page. Lengths in points. */
export interface PdfLine {
  readonly text: string;
  /** Counted from 1 over all pages, in the order of the file. */
  readonly number: number;
  /** Counted from 0. */
  readonly page: number;
  readonly x: number;
  readonly endX: number;
  readonly y: number;
  readonly size: number;
  /** At least one, from left to right. */
  readonly cells: readonly PdfCell[];
}

interface OpenLine {
  text: string;
  x: number;
  endX: number;
  y: number;
  size: number;
  cells: { text: string; x: number; endX: number }[];
}

/** Joins the pieces of each page into lines, in the order in which the file draws them. */
export function readPdfLines(pages: readonly (readonly PdfItem[])[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  pages.forEach((items, page) => {
    let open: OpenLine | undefined;
    const close = (): void => {
      const text = collapse(open?.text ?? '');
      if (open && text !== '') {
        const cells = open.cells.map((cell) => ({ ...cell, text: collapse(cell.text) }));
        lines.push({ ...open, text, cells, page, number: lines.length + 1 });
      }
      open = undefined;
    };
    for (const item of items) {
      if (item.str.trim() === '') {
        if (open && item.str !== '' && Math.abs(item.y - open.y) < 1) addText(open, ' ');
        continue;
      }
      const size = item.fontSize > 0 ? item.fontSize : 10;
      // Superscripts stay in their line; text that goes far back to the left starts another column.
      const sameLine =
        open !== undefined &&
        Math.abs(item.y - open.y) < Math.max(open.size, size) * 0.5 &&
        item.x > open.endX - size * 2;
      if (!sameLine) close();
      if (open === undefined) {
        open = { ...placeOf(item), y: item.y, size, cells: [placeOf(item)] };
        continue;
      }
      addItem(open, item, size);
    }
    close();
  });
  return lines;
}

function addItem(open: OpenLine, item: PdfItem, size: number): void {
  const distance = item.x - open.endX;
  if (distance > size * CELL_GAP) {
    open.text += ` ${item.str}`;
    open.cells.push(placeOf(item));
  } else addText(open, (distance > size * 0.15 ? ' ' : '') + item.str);
  const cell = open.cells.at(-1);
  if (cell) cell.endX = item.x + item.width;
  open.endX = item.x + item.width;
  open.size = Math.max(open.size, size);
}

function addText(open: OpenLine, text: string): void {
  open.text += text;
  const cell = open.cells.at(-1);
  if (cell) cell.text += text;
}

function placeOf({ str, x, width }: PdfItem): { text: string; x: number; endX: number } {
  return { text: str, x, endX: x + width };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
