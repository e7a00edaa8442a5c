/** A piece of text as pdf.js places it; points, from the lower left corner of the page. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

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
}

/** Joins the pieces of each page into lines, in the order in which the file draws them. */
export function readPdfLines(pages: readonly (readonly PdfItem[])[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  pages.forEach((items, page) => {
    let open: { text: string; x: number; endX: number; y: number; size: number } | undefined;
    const close = (): void => {
      const text = open?.text.replace(/\s+/g, ' ').trim() ?? '';
      if (open && text !== '') lines.push({ ...open, text, page, number: lines.length + 1 });
      open = undefined;
    };
    for (const item of items) {
      if (item.str.trim() === '') {
        if (open && item.str !== '' && Math.abs(item.y - open.y) < 1) open.text += ' ';
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
        open = { text: item.str, x: item.x, endX: item.x + item.width, y: item.y, size };
        continue;
      }
      const gap = item.x - open.endX > size * 0.15;
      open.text += (gap ? ' ' : '') + item.str;
      open.endX = item.x + item.width;
      open.size = Math.max(open.size, size);
    }
    close();
  });
  return lines;
}
