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
  /** Marks of the page's notes that stood raised behind words of the line; its text is without them. */
  readonly marks: readonly string[];
}

interface OpenLine {
  text: string;
  x: number;
  endX: number;
  y: number;
  size: number;
  cells: { text: string; x: number; endX: number }[];
  marks: string[];
  /** Size of the last piece where that is a raised number: it is no part of the word that follows. */
  markSize: number | undefined;
}

/**
 * Joins the pieces of each page into lines, in the order in which the file draws them.
 * @param keepMarks whether the marks of notes stay in the text
 */
export function readPdfLines(pages: readonly (readonly PdfItem[])[], keepMarks: boolean): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  pages.forEach((items, page) => {
    let open: OpenLine | undefined;
    const close = (): void => {
      const text = collapse(open?.text ?? '');
      if (open && text !== '') {
        const cells = open.cells.map((cell) => ({ ...cell, text: collapse(cell.text) }));
        const { x, endX, y, size, marks } = open;
        lines.push({ text, x, endX, y, size, cells, marks, page, number: lines.length + 1 });
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
        const markSize = NOTE_MARK.test(item.str.trim()) ? size : undefined;
        open = { ...placeOf(item), y: item.y, size, cells: [placeOf(item)], marks: [], markSize };
        continue;
      }
      if (!keepMarks && marksNote(open, item, items)) {
        open.marks.push(item.str.trim());
        widen(open, item);
      } else addItem(open, item, size);
    }
    close();
  });
  return lines;
}

const NOTE_MARK = /^\d{1,3}$/;
/** A raised number is smaller than its line by this at least. */
const RAISED_SIZE = 0.85;

function isRaised(open: OpenLine, { str, y, fontSize }: PdfItem): boolean {
  return NOTE_MARK.test(str.trim()) && fontSize < open.size * RAISED_SIZE && y > open.y + 0.5;
}

/**
 * Whether the number leads to a note below on the page. One that leads nowhere, such as that of 10², is left where it
 * is, and so is one behind a number or a unit.
 */
function marksNote(open: OpenLine, item: PdfItem, page: readonly PdfItem[]): boolean {
  if (!isRaised(open, item) || !/(?:\p{L}{3}|[.,;:!?)\]”’"'])$/u.test(open.text)) return false;
  const mark = item.str.trim();
  return page.some(
    ({ str, y, fontSize }) =>
      y < item.y - open.size * 2 &&
      fontSize < open.size * 0.95 &&
      str.trimStart().startsWith(mark) &&
      !/^\d/.test(str.trimStart().slice(mark.length)),
  );
}

function addItem(open: OpenLine, item: PdfItem, size: number): void {
  if (open.markSize !== undefined && size > open.markSize / RAISED_SIZE && /^\p{L}/u.test(item.str))
    addText(open, ' ');
  open.markSize = isRaised(open, item) ? size : undefined;
  const distance = item.x - open.endX;
  if (distance > size * CELL_GAP) {
    open.text += ` ${item.str}`;
    open.cells.push(placeOf(item));
  } else addText(open, (distance > size * 0.15 ? ' ' : '') + item.str);
  widen(open, item);
  open.size = Math.max(open.size, size);
}

function widen(open: OpenLine, { x, width }: PdfItem): void {
  const cell = open.cells.at(-1);
  if (cell) cell.endX = x + width;
  open.endX = x + width;
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
