import { describe, expect, it } from 'vitest';
import { chooseHtmlTitle } from '../../src/corpus/formats/choose-html-title.ts';
import { importAs } from './fixtures/import-tools.ts';
import { makePdf, stackLines } from './fixtures/make-pdf.ts';
import { FERRY } from './fixtures/texts.ts';

const FAITHFUL = { lost: 0, glued: 0, split: 0, moved: 0 };
const BODY = FERRY.map((text) => `<p>${text}</p>`).join('');

describe('the title of a page', () => {
  it.each<[title: string, headings: readonly string[], site: string | undefined, expected: string]>([
    ['Tide tables – The Harbour Post', ['Tide tables'], 'The Harbour Post', 'Tide tables'],
    ['Hourly ferry to Skarra | Ferries | Ida Holm', ['Hi, I am Ida'], undefined, 'Hourly ferry to Skarra'],
    ['Harbour | How the hourly ferry began', [], undefined, 'How the hourly ferry began'],
    [
      'The ferry - Ida Holm - POST.com',
      ['Menu', 'The ferry to Skarra'],
      undefined,
      'The ferry - Ida Holm - POST.com',
    ],
    ['“Who’s there?” | Post', ['"Who\'s there?"'], undefined, '"Who\'s there?"'],
    [
      'Boats and rails of the far north | a b c d e f',
      [],
      undefined,
      'Boats and rails of the far north | a b c d e f',
    ],
    ['GitHub on Twitter', [], 'Twitter', 'GitHub on Twitter'],
    ['Well-being in towns', ['Well-being'], undefined, 'Well-being in towns'],
  ])('%j with the headings %j is without the site %j', (title, headings, site, expected) => {
    expect(chooseHtmlTitle({ title, headings, site })).toBe(expected);
  });
});

describe('the author of a page', () => {
  it.each([
    ['<p class="pb-byline">By Ida Holm | 3 May</p>', 'Ida Holm'],
    ['<span class="author">Par Zoé van der Berg</span>', 'Zoé van der Berg'],
    ['<div class="comments"><span class="author">Per Reader</span></div>', undefined],
    ['<p class="byline">Read all of 12 stories</p>', undefined],
  ])('is found in %s', async (markup, author) => {
    const { report } = await importAs(
      'a.html',
      `<html><body><article>${markup}${BODY}</article></body></html>`,
    );
    expect(report.author).toBe(author);
  });
});

describe('what editors of a wiki mark', () => {
  it('goes under a name, and the list of contents is known as such', async () => {
    const { article, report } = await importAs(
      'a.html',
      `<html><body><article><h1>Skarra</h1><h2>Contents</h2><ul><li>1 Ferry</li><li>2 Quay</li></ul><h2>Ferry<span>[edit]</span></h2>${BODY}</article></body></html>`,
    );
    expect(report.removed).toContainEqual(
      expect.objectContaining({ text: '[edit]', reason: "editor's mark" }),
    );
    expect(
      article.blocks.filter((block) => block.kind === 'paragraph' && block.role === 'contents'),
    ).toHaveLength(2);
    expect(report.fidelity).toMatchObject(FAITHFUL);
  });
});

describe('a page of a manual', () => {
  const OPTIONS = Array.from(
    { length: 6 },
    (_, index) => `<h3>Option ${index}</h3><div><p>Sets the ferry to ${index}.</p></div>`,
  ).join('');
  const MANUAL = `<div><h1>ferry(1)</h1></div><div><h2>NAME</h2><p>ferry - sails</p></div>${OPTIONS}
    <div><h2>MODES</h2><div>${BODY.repeat(4)}</div></div><div><h2>BUGS</h2><p>None is known.</p></div>`;

  it('is kept whole, although one of its sections looks like the article', async () => {
    const { article, report } = await importAs('ferry.html', MANUAL);
    expect(article.text).toContain('ferry - sails');
    expect(article.text).toContain('Sets the ferry to 5.');
    expect(article.text).toContain('None is known.');
    expect(report.removed).toEqual([]);
  });

  it('is told from a page of a site, which has parts of its own', async () => {
    const { article, report } = await importAs('ferry.html', `<nav><a href="/">Home</a></nav>${MANUAL}`);
    expect(article.text).not.toContain('Home');
    expect(report.removed.map(({ reason }) => reason)).toContain('navigation');
  });
});

describe('plain text', () => {
  const TEXT = `The articles of the ferry company

Agreed in 1958.

1. We will not hide problems
   ${FERRY[0]}

2. The boats
   ${FERRY[1]}

2.1. Points

1. The captain
2. The cook

____________________

The end of it all.`;

  it('has its numbered headings, and points of a list that are none', async () => {
    const { article, report } = await importAs('articles.txt', TEXT);
    const headings = article.blocks.filter((block) => block.kind === 'heading');
    expect(headings.map(({ start, end, level }) => [level, article.text.slice(start, end)])).toEqual([
      [2, '1. We will not hide problems'],
      [2, '2. The boats'],
      [3, '2.1. Points'],
    ]);
    expect(report).toMatchObject({
      title: 'The articles of the ferry company',
      removed: [{ reason: 'ruled line' }],
      fidelity: FAITHFUL,
    });
  });

  it('is read as such when it is called HTML and has no tag', async () => {
    const { report } = await importAs('a.html', `${FERRY[0]}\n\n${FERRY[1]}`);
    expect(report).toMatchObject({ format: 'text', paragraphs: 2 });
    expect(report.notes).toContain('It is named .html but holds text, and was read as that.');
  });
});

describe('a note below a page of a PDF', () => {
  it('is kept as a note', async () => {
    const page = [
      ...stackLines([FERRY[0].slice(0, 80), FERRY[1].slice(0, 80)]),
      { text: '1 So the harbour office in its letter of May.', y: 60, size: 8 },
    ];
    const { article, report } = await importAs('a.pdf', makePdf({ pages: [page] }));
    expect(article.blocks.at(-1)).toMatchObject({ role: 'reference', locator: { page: 1 } });
    expect(report.fidelity).toMatchObject(FAITHFUL);
  });
});
