import { describe, expect, it } from 'vitest';
import { importAs } from './fixtures/import-tools.ts';
import { makeDocx, makeZip, paragraph } from './fixtures/make-docx.ts';
import { makePdf } from './fixtures/make-pdf.ts';
import { FERRY } from './fixtures/texts.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const BODY = paragraph(FERRY[0]);

describe('bad input gets one clear word', () => {
  it.each<[string, string, Uint8Array, RegExp]>([
    ['an empty file', 'a.txt', new Uint8Array(), /empty/],
    ['white space only', 'a.txt', encode(' \n\n \t'), /holds no text/],
    ['a scan', 'scan.pdf', makePdf({ pages: [[], []] }), /scan.*OCR/s],
    ['a PDF with a password', 'secret.pdf', makePdf({ pages: [[]], locked: true }), /password/],
    [
      'a PDF cut short',
      'cut.pdf',
      makePdf({ pages: [[{ text: 'x', y: 9 }]] }).subarray(0, 60),
      /damaged|no PDF|no text/,
    ],
    [
      'a book whose list of chapters is missing',
      'a.epub',
      makeZip([{ name: 'META-INF/container.xml', bytes: encode('<x/>') }]),
      /list of chapters/,
    ],
    ['subtitles in which nothing is said', 'a.vtt', encode('WEBVTT\n\n'), /nothing is said/],
    ['a picture named .txt', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /PNG picture/],
    ['a binary named .txt', 'a.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256), /binary/],
    ['a spreadsheet', 'a.csv', encode('a,b\n1,2'), /\.csv are not read/],
    ['an RTF document', 'a.rtf', encode('{\\rtf1 hello}'), /RTF/],
    ['an old Word file', 'a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), /before 2007/],
    [
      'an encrypted Word file',
      'a.docx',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    [
      'a zip that is no Word file',
      'a.docx',
      makeZip([{ name: 'x.txt', bytes: encode('x') }]),
      /not a Word document/,
    ],
    ['a zip cut short', 'a.docx', makeDocx({ body: BODY }).subarray(0, 300), /without its directory/],
    ['a Word file without text', 'a.docx', makeDocx({ body: '' }), /no text/],
    [
      'a page that is only script',
      'a.html',
      encode('<html><body><div id="root">Loading…</div><script>go()</script></body></html>'),
      /only a script/,
    ],
    ['a page without text', 'a.html', encode('<html><body><img src="x"></body></html>'), /holds no text/],
    ['a page nested too deep', 'a.html', encode(`<html><body>${'<div>'.repeat(5000)}x`), /nested/],
    ['a page of too many elements', 'a.html', encode(`<html><body>${'<b>x'.repeat(200_001)}`), /elements/],
    ['headings without a paragraph', 'a.md', encode('# One\n\n## Two\n'), /no paragraph/],
    ['more than 20 MB', 'a.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(97), /more than 20 MB/],
  ])('%s', async (_, name, bytes, message) => {
    await expect(importAs(name, bytes)).rejects.toMatchObject({
      code: 'import-failed',
      message: expect.stringMatching(message) as string,
    });
  });

  it('a Word file that says it unpacks to gigabytes', async () => {
    const bomb = makeDocx({
      body: BODY,
      extra: [{ name: 'word/media/a.bin', bytes: new Uint8Array(10), declaredSize: 3_000_000_000 }],
    });
    await expect(importAs('a.docx', bomb)).rejects.toThrow(/zip bomb/);
  });

  it('a Word file that hides how much it unpacks to', async () => {
    const bomb = makeDocx({
      body: BODY,
      extra: [{ name: 'word/media/a.bin', bytes: new Uint8Array(50_000_000), declaredSize: 100 }],
    });
    expect(bomb.byteLength).toBeLessThan(100_000);
    await expect(importAs('a.docx', bomb)).rejects.toThrow(/longer than declared/);
  });

  it('says that nothing is left after cleaning, and how to keep it', async () => {
    await expect(importAs('a.txt', 'All rights reserved.')).rejects.toThrow(/--keep-all/);
  });
});

describe('titles and ids', () => {
  it.each([
    ['harbour-report_2023.txt', 'Harbour report 2023', 'file name', 'harbour-report_2023'.replace('_', '-')],
    [
      'article.txt',
      'A second boat, the Marigold, has been hired for two years at a cost of 1.4…',
      'first sentence',
      'article',
    ],
    ['Über uns (2).txt', 'Über uns (2)', 'file name', 'uber-uns-2'],
    ['README.txt', 'README', 'file name', 'article-readme'],
    ['новости.txt', 'Новости', 'file name', 'новости'],
  ])('%s is "%s"', async (name, title, from, id) => {
    const { report, id: given } = await importAs(name, FERRY[2]);
    expect([report.title, report.titleFrom, given]).toEqual([title, from, id]);
  });

  it('takes the title that was asked for', async () => {
    const { report, article } = await importAs('a.txt', FERRY[0], {
      title: '  "Ferries": a --- title\n# x ',
    });
    expect(report).toMatchObject({ title: '"Ferries": a --- title # x', titleFrom: 'option' });
    expect(article.title).toBe(report.title);
  });
});
