import { describe, expect, it } from 'vitest';
import { importAs } from './fixtures/import-tools.ts';
import { makePdf, stackLines } from './fixtures/make-pdf.ts';
import type { PdfText } from './fixtures/make-pdf.ts';
import { FERRY } from './fixtures/texts.ts';

const FAITHFUL = { lost: 0, glued: 0, split: 0, moved: 0 };

/** Rows of a table, whose columns start at these points. */
function tableLines(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  top: number,
): readonly PdfText[] {
  return rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text === '' ? [] : [{ text, x: columns[column] ?? 72, y: top - index * 14 }],
    ),
  );
}

describe('a table of a PDF', () => {
  const ROWS = [
    ['Boat', 'Year', 'Seats'],
    ['Skarra', '1958', '24'],
    ['Linden', '1971', '40 below,'],
    ['', '', '12 above'],
    ['Heron', '1999', '8'],
  ];

  it('becomes a row each, with the heads of its columns', async () => {
    const page = [...stackLines([FERRY[0].slice(0, 80)]), ...tableLines(ROWS, [72, 200, 300], 720)];
    const { article, report } = await importAs('boats.pdf', makePdf({ pages: [page] }));
    const rows = article.blocks.filter((block) => block.kind === 'paragraph' && block.role === 'row');
    expect(rows.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'Boat: Skarra; Year: 1958; Seats: 24',
      'Boat: Linden; Year: 1971; Seats: 40 below, 12 above',
      'Boat: Heron; Year: 1999; Seats: 8',
    ]);
    expect(report.fidelity).toMatchObject(FAITHFUL);
  });

  it('is none where the first row is no heads: options with what they do', async () => {
    const page = tableLines(
      [
        ['-a', 'Shows all.'],
        ['-b', 'Shows bytes.'],
        ['-c', 'Shows colours.'],
      ],
      [72, 140],
      720,
    );
    const { article } = await importAs('options.pdf', makePdf({ pages: [page] }));
    expect(article.blocks.some((block) => block.kind === 'paragraph' && block.role === 'row')).toBe(false);
    expect(article.text).toContain('-a Shows all.');
  });
});

describe('a page in two columns', () => {
  const LEFT = Array.from(
    { length: 10 },
    (_, line) => `The left column in its line ${line} tells of the quay`,
  );
  const RIGHT = Array.from(
    { length: 10 },
    (_, line) => `the right one in its line ${line} goes on about the mole`,
  );

  it('is read column by column, also when it is drawn line by line', async () => {
    const page = LEFT.flatMap((text, line) => [
      { text, x: 50, y: 760 - line * 14, size: 9 },
      { text: RIGHT[line] ?? '', x: 310, y: 760 - line * 14, size: 9 },
    ]);
    const { article } = await importAs('quay.pdf', makePdf({ pages: [page] }));
    expect(article.text.replace(/\s+/g, ' ')).toBe([...LEFT, ...RIGHT].join(' '));
  });
});

describe('the running header of a PDF', () => {
  it('goes where only the section in it changes from page to page', async () => {
    const pages = Array.from({ length: 12 }, (_, page) => [
      {
        text: `CHAPTER ${1 + Math.floor(page / 4)}. OF BOATS ${1 + Math.floor(page / 4)}.${page}. THE ${FERRY[page % 4]?.slice(4, 12) ?? ''}`,
        y: 800,
        size: 10,
      },
      ...stackLines([`Page ${page} says: ${FERRY[page % 4]?.slice(0, 60) ?? ''}`, `and more of it ${page}.`]),
    ]);
    const { article, report } = await importAs('boats.pdf', makePdf({ pages }));
    expect(article.text).not.toContain('CHAPTER');
    expect(report.removed.filter(({ reason }) => reason === 'repeated page header')).toHaveLength(12);
  });
});

describe('the mark of a note', () => {
  const PAGE: readonly PdfText[] = [
    { text: 'The ferry sails to both islands', x: 72, y: 700, size: 11 },
    { text: '7', x: 215.1, y: 704, size: 7 },
    { text: ', and it carries 12 m', x: 219, y: 700, size: 11 },
    { text: '3', x: 315.7, y: 704, size: 7 },
    { text: 'of water.', x: 322.8, y: 700, size: 11 },
    { text: '7', x: 72, y: 103, size: 6 },
    { text: 'Obviously not in winter, when the bay is frozen.', x: 75.4, y: 100, size: 9 },
  ];

  it('is no part of the word before it or behind it, and is named', async () => {
    const { blocks, report } = await importAs('ferry.pdf', makePdf({ pages: [PAGE] }));
    expect(blocks).toEqual([
      expect.stringMatching(/^The ferry sails to both islands, and it carries 12 m3 ?of water\.$/),
      '7 Obviously not in winter, when the bay is frozen.',
    ]);
    expect(report.removed).toEqual([{ line: 1, text: '7', reason: 'mark of a note' }]);
    expect(report.fidelity).toMatchObject({ lost: 0 });
  });

  it('stays with --keep-all', async () => {
    const { blocks } = await importAs('ferry.pdf', makePdf({ pages: [PAGE] }), { keepAll: true });
    expect(blocks[0]).toContain('islands7, and');
  });
});
