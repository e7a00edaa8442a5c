import { describe, expect, it } from 'vitest';
import { importAs } from './fixtures/import-tools.ts';
import { makeZip } from './fixtures/make-docx.ts';
import { makePdf, stackLines } from './fixtures/make-pdf.ts';
import { FERRY } from './fixtures/texts.ts';

const CUES: readonly (readonly [string, string, string])[] = [
  ['00:00:01.000', '00:00:04.000', '<v Ida Holm>The boat leaves at noon,'],
  ['00:00:04.000', '00:00:07.500', '<v Ida Holm>and it is never late.'],
  ['00:00:08.000', '00:00:09.000', '[Music]'],
  ['01:02:45.000', '01:02:48.000', '<v Per Almgren>It was late in <i>March</i> &amp; in May.'],
];
const VTT = `WEBVTT\n\nNOTE made by hand\n\n${CUES.map(([from, to, text]) => `${from} --> ${to}\n${text}`).join('\n\n')}\n`;

describe('subtitles', () => {
  it('become paragraphs of one speaker, with the time and the name as their place', async () => {
    const { article, blocks, report } = await importAs('talk.vtt', VTT);
    expect(blocks).toEqual([
      'The boat leaves at noon, and it is never late.',
      'It was late in March & in May.',
    ]);
    expect(article.blocks.map((block) => block.kind === 'paragraph' && block.locator)).toEqual([
      { time: '0:01', speaker: 'Ida Holm' },
      { time: '1:02:45', speaker: 'Per Almgren' },
    ]);
    expect(report.removed).toEqual([expect.objectContaining({ text: '[Music]', reason: 'sound note' })]);
  });

  it('are read from SubRip, names in capitals and all', async () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:03,000\nANN: We sailed.\n\n2\n00:00:03,500 --> 00:00:05,000\n>> BO: Did you?\n';
    const { article, blocks, report } = await importAs('talk.srt', srt);
    expect(blocks).toEqual(['We sailed.', 'Did you?']);
    expect(article.blocks.map((block) => block.kind === 'paragraph' && block.locator?.speaker)).toEqual([
      'ANN',
      'BO',
    ]);
    expect(report.fidelity).toMatchObject({ lost: 0, glued: 0, split: 0, moved: 0 });
  });
});

const chapter = (title: string, body: string): string =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;

function makeEpub(): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf':
      '<package><metadata><dc:title>Two boats</dc:title><dc:creator>Ida Holm</dc:creator><dc:rights>CC0</dc:rights></metadata>' +
      '<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/b.xhtml"/><item id="a" href="text/a.xhtml"/></manifest>' +
      '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>',
    'OPS/nav.xhtml': chapter('Contents', '<nav><ol><li><a href="text/a.xhtml">One</a></li></ol></nav>'),
    'OPS/text/a.xhtml': chapter('One', `<p>${FERRY[0]}<a id="p1"/></p><p>${FERRY[1]}</p>`),
    'OPS/text/b.xhtml': chapter('Two', `<p>${FERRY[2]}</p>`),
  };
  const encoder = new TextEncoder();
  return makeZip(Object.entries(parts).map(([name, content]) => ({ name, bytes: encoder.encode(content) })));
}

describe('a book in EPUB', () => {
  it('is read in the order of its spine, without its contents', async () => {
    const { blocks, report } = await importAs('book.epub', makeEpub());
    expect(blocks).toEqual(['One', FERRY[0], FERRY[1], 'Two', FERRY[2]]);
    expect(report).toMatchObject({ title: 'Two boats', author: 'Ida Holm', licence: 'CC0', format: 'epub' });
    expect(report.removed.map(({ text, reason }) => [text, reason])).toEqual([
      ['Contents', 'contents'],
      ['One', 'contents'],
    ]);
    expect(report.fidelity).toMatchObject({ lost: 0, glued: 0, split: 0, moved: 0 });
  });
});

describe('a PDF', () => {
  const running = (page: number): string =>
    page % 2 === 0
      ? `Chapter ${1 + Math.floor(page / 3)}: Of boats   ${page + 5}`
      : `${page + 5}   A book of boats`;

  it('loses running headers that change with the chapter, and knows its pages', async () => {
    const pages = Array.from({ length: 8 }, (_, page) => [
      { text: running(page), y: 800, size: 9 },
      ...stackLines([FERRY[page % 4]?.slice(0, 60) ?? '', `${FERRY[(page + 1) % 4]?.slice(0, 50) ?? ''}.`]),
    ]);
    const { article, report } = await importAs('boats.pdf', makePdf({ pages }));
    expect(article.text).not.toContain('Of boats');
    expect(report.removed).toHaveLength(8);
    expect(article.blocks.at(-1)).toMatchObject({ locator: { page: 8 } });
  });

  it('keeps a hyphen at a line end where no word list has the word without it', async () => {
    const lines = [
      'Set the option pgpsig-',
      'urlmangle, which is MySQL-',
      'compatible, after the fer-',
      'ries have come.',
    ];
    const { blocks } = await importAs('a.pdf', makePdf({ pages: [stackLines(lines)] }));
    expect(blocks.join(' ')).toContain('pgpsig-urlmangle, which is MySQL-compatible, after the ferries');
  });
});

describe('a text that is called something else', () => {
  it.each(['a.pdf', 'a.docx', 'a.epub'])('is read as a text, with a word about it: %s', async (name) => {
    const { blocks, report } = await importAs(name, FERRY[0]);
    expect(blocks).toEqual([FERRY[0]]);
    expect(report.notes.join()).toContain('but holds text');
  });
});
