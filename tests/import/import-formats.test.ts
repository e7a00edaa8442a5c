import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importAs } from './fixtures/import-tools.ts';
import { footnoteMark, heading, listItem, makeDocx, paragraph, table } from './fixtures/make-docx.ts';
import { makePdf, stackLines } from './fixtures/make-pdf.ts';
import { ADVERT, COPYRIGHT, FERRY, PAGE, SYNDICATION } from './fixtures/texts.ts';

describe('plain text', () => {
  it('finds adverts, syndication and copyright lines in a text of one paragraph a line', async () => {
    const text = [FERRY[0], ADVERT, FERRY[1], FERRY[2], FERRY[3], SYNDICATION, COPYRIGHT].join('\n');
    const { blocks, report, markdown } = await importAs('article.txt', text);
    expect(blocks).toEqual(FERRY);
    expect(report.removed.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'advert'],
      [6, 'syndication note'],
      [7, 'copyright notice'],
    ]);
    expect(report.licence).toBe(COPYRIGHT);
    expect(markdown).toContain('removed: 3\n');
    expect(report.titleFrom).toBe('first sentence');
  });

  it('keeps every line with keepAll, and still records the licence', async () => {
    const { blocks, report } = await importAs('a.txt', [FERRY[0], ADVERT, COPYRIGHT].join('\n'), {
      keepAll: true,
    });
    expect(blocks).toEqual([FERRY[0], ADVERT, COPYRIGHT]);
    expect(report).toMatchObject({ removed: [], licence: COPYRIGHT });
  });

  it('joins lines that are hard-wrapped at 72 characters', async () => {
    const wrapped = FERRY.map((text) => text.replace(/(.{1,72})(?:\s+|$)/g, '$1\n')).join('\n');
    const { blocks, report } = await importAs('ferry-news.txt', wrapped);
    expect(blocks).toEqual(FERRY);
    expect(report.notes.join()).toContain('Lines wrapped');
  });

  it.each([
    ['windows-1252', 'windows-1252'],
    ['utf-16le', 'UTF-16LE'],
    ['utf-16be', 'UTF-16BE'],
  ])('reads %s and says so', async (encoding, shown) => {
    const text = `The café’s “naïve” owner – Zoë – paid 30 €.\r\n${FERRY[1]}`;
    const plain = await importAs('cafe.txt', iconv.encode(text, encoding));
    expect(plain.blocks[0]).toBe('The café’s “naïve” owner – Zoë – paid 30 €.');
    expect(plain.report.encoding).toContain(shown);
    expect(plain.report.notes.join()).toContain('Line ends');
    if (encoding === 'windows-1252') return;
    const marked = await importAs('cafe.txt', iconv.encode(text, encoding, { addBOM: true }));
    expect(marked.article.text).toBe(plain.article.text);
  });

  it('removes control characters, NULs and byte order marks, and counts them', async () => {
    const { blocks, report } = await importAs(
      'a.txt',
      `\ufeff${FERRY[0]}\u0000\u0007\n${FERRY[1]}\u001b[31m`,
    );
    expect(blocks).toEqual([FERRY[0], `${FERRY[1]}[31m`]);
    expect(report.notes.join(' ')).toContain('3 control characters removed');
  });

  it('reads 1 MB in one line, and lines of both directions', async () => {
    const long = 'word_ *star* '.repeat(80_000).trim();
    const mixed = 'The sign says שלום לכולם and مرحبا in one line.';
    const { blocks } = await importAs('a.txt', `${long}\n${mixed}`);
    expect(blocks).toEqual([long, mixed]);
  }, 20_000);

  it('escapes what Markdown would read as mark-up', async () => {
    const lines = [
      '# no heading',
      '1. no list',
      '* no *emphasis*',
      '[link](http://a.b) &amp; <b>tag</b>',
      '--- | ---',
      'a_b_c `code` \\ ~x~',
      '[^1]: no note',
      'https://a.b/c_d_e and m@x.org',
      '> 3 is a number',
      '+ plus',
    ];
    expect((await importAs('a.txt', lines.join('\n'))).blocks).toEqual(lines);
  });

  it('reads lines between --- as text when they are no front matter', async () => {
    const { blocks } = await importAs('a.txt', `---\n[a, b\n---\n${FERRY[0]}`);
    expect(blocks).toEqual(['---', '[a, b', '---', FERRY[0]]);
  });
});

describe('Markdown', () => {
  it('stays as it is but for the blocks taken out, with its own front matter', async () => {
    const body = `# Ferry\n\nSome *emphasis* and a note[^1].\n\n- one\n- two\n\n${ADVERT}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: The note.\n`;
    const { markdown, report, blocks, id } = await importAs(
      'x.md',
      `---\nid: Ferry Plan\ntags: [a, b]\nauthor: Ann\n---\n${body}`,
    );
    expect(markdown).toContain('Some *emphasis* and a note[^1].');
    expect(markdown).toContain('tags:\n  - a\n  - b\n');
    expect(blocks).toEqual(['Ferry', 'Some emphasis and a note.', 'one', 'two', 'a: 1; b: 2', 'The note.']);
    expect(report).toMatchObject({
      title: 'Ferry',
      titleFrom: 'heading',
      author: 'Ann',
      removed: [{ line: 13, reason: 'advert' }],
    });
    expect(id).toBe('ferry-plan');
  });

  it('refuses front matter that does not parse, naming the line', async () => {
    await expect(importAs('x.md', `---\ntitle: [a\n---\n${FERRY[0]}`)).rejects.toMatchObject({
      code: 'article-front-matter',
    });
    await expect(importAs('x.md', `---\nurl: ftp://a\n---\n${FERRY[0]}`)).rejects.toThrow(/url.*http/);
  });
});

describe('HTML', () => {
  it('keeps the main text with headings, lists, tables, code and notes, and lists the rest', async () => {
    const { blocks, report } = await importAs('ferry.html', PAGE);
    expect(blocks).toEqual([
      'Hourly ferry to Skarra',
      FERRY[0],
      `${FERRY[1]} The office called it "a lesson" & an end to long queues.`,
      'The second boat',
      FERRY[2],
      'It carries 120 people.',
      'It carries 14 cars:',
      'ten below deck',
      'four above',
      'Season: Summer; First boat: 05:30; Last boat: 23:30',
      'Season: Winter; First boat: 06:30; Last boat: 21:30',
      'GET /times?from=linden\n  200 OK',
      FERRY[3],
      'Minutes of the harbour office, page 12.',
    ]);
    expect(report).toMatchObject({
      title: 'Hourly ferry to Skarra',
      author: 'Tom Weller',
      published: '2023-04-12',
      licence: '© 2023 Linden Courier Press',
    });
    expect(report.removed.map(({ text, reason }) => [text, reason])).toEqual([
      ['Home', 'navigation'],
      ['News', 'navigation'],
      ['Sport', 'navigation'],
      ['We use cookies to make this site better. Accept all', 'cookie notice'],
      ['Related', 'aside'],
      ['A bridge that was never built', 'aside'],
      ['Imprint', 'page footer'],
    ]);
  });

  it('reads a fragment without a frame, and text with single line breaks', async () => {
    const { blocks } = await importAs(
      'a.html',
      `<p>${FERRY[0]}<p>${FERRY[1]}<br>${FERRY[2]}<br><br>${FERRY[3]}`,
    );
    expect(blocks).toEqual([FERRY[0], `${FERRY[1]} ${FERRY[2]}`, FERRY[3]]);
  });
});

describe('PDF', () => {
  it('joins lines and hyphenated words and drops what repeats on every page', async () => {
    const bodies = [
      [
        'The harbour wall of Skarra was built before the steam fer-',
        'ries came. It protects the old quay from the long-',
        'term effects of winter storms in the north.',
      ],
      [
        'Masons from three villages cut the granite by hand and',
        'carried it down to the beach on sledges every',
        'winter.',
      ],
      ['In later years concrete took the place of the stone,', 'which is why the end of the wall looks new.'],
    ];
    const pages = bodies.map((lines, index) => [
      { text: 'Yearbook of the island', y: 800, size: 9 },
      ...stackLines(lines),
      { text: `${index + 1}`, x: 290, y: 40 },
    ]);
    const { blocks, report } = await importAs(
      'yearbook.pdf',
      makePdf({ pages, info: { Title: 'The harbour wall', Author: 'Ida Holm' } }),
    );
    expect(blocks).toEqual([
      'The harbour wall of Skarra was built before the steam ferries came. It protects the old quay from the long-term effects of winter storms in the north.',
      'Masons from three villages cut the granite by hand and carried it down to the beach on sledges every winter.',
      'In later years concrete took the place of the stone, which is why the end of the wall looks new.',
    ]);
    expect(report).toMatchObject({ title: 'The harbour wall', author: 'Ida Holm' });
    expect(report.notes.join()).toContain('fer-ries → ferries');
    expect(report.removed.map(({ reason }) => reason).sort()).toEqual([
      ...Array<string>(3).fill('page number'),
      ...Array<string>(3).fill('repeated page header'),
    ]);
  });

  it('takes larger lines for headings and gaps for paragraphs', async () => {
    const page = [
      { text: 'The island', y: 780, size: 20 },
      ...stackLines(['It lies an hour from the coast and has', 'one shop.'], { top: 740 }),
      ...stackLines(['Its school has nine pupils.'], { top: 690 }),
    ];
    const { article, report } = await importAs('scan-3.pdf', makePdf({ pages: [page] }));
    expect(article.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
    expect(report).toMatchObject({ title: 'The island', titleFrom: 'heading' });
  });
});

describe('Word', () => {
  it('keeps headings, lists, tables and footnotes', async () => {
    const noted = `<w:p><w:r><w:t>${FERRY[1]}</w:t></w:r>${footnoteMark(1)}</w:p>`;
    const body =
      heading('Ferries', 1) +
      paragraph(FERRY[0]) +
      listItem('120 people') +
      listItem('14 *cars*') +
      table([
        ['Season', 'First | last'],
        ['Winter', '06_30'],
      ]) +
      noted;
    const { blocks, report } = await importAs(
      'ferries.docx',
      makeDocx({ body, footnotes: ['Minutes, page 12.'], title: 'Ferries &amp; more', author: 'Ann' }),
    );
    expect(blocks).toEqual([
      'Ferries',
      FERRY[0],
      '120 people',
      '14 *cars*',
      'Season: Winter; First | last: 06_30',
      FERRY[1],
      'Minutes, page 12.',
    ]);
    expect(report).toMatchObject({ title: 'Ferries & more', author: 'Ann', format: 'docx' });
  });
});
