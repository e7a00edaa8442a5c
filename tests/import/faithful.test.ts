import { describe, expect, it } from 'vitest';
import { importAs } from './fixtures/import-tools.ts';
import { FERRY } from './fixtures/texts.ts';

const page = (body: string): string =>
  `<article><p>${FERRY.join(' ')}</p>${body}<p>${FERRY[3]}</p></article>`;

describe('a page', () => {
  it.each([
    [
      'line breaks in code',
      '<pre>// add.c<br>#include &lt;a.h&gt;<br>int add(int a)</pre>',
      '// add.c\n#include <a.h>\nint add(int a)',
    ],
    ['blocks in code', '<pre><div>let a;</div><div>let b;</div></pre>', 'let a;\nlet b;'],
    [
      'a button between words',
      '<p>Press<button>OK</button>to go on, said the clerk.</p>',
      'Press to go on, said the clerk.',
    ],
    ['a picture before a full stop', '<p>Formula H<img alt="2">.</p>', 'Formula H.'],
    [
      'marks of notes and editors',
      '<p>It rose<sup>[<a href="#n3">n 3</a>]</sup> in 2020.<sup>[update]</sup></p>',
      'It rose in 2020.',
    ],
    ['a definition', '<dl><dt>tide</dt><dd>the rise of the sea</dd></dl>', 'tide: the rise of the sea'],
    [
      'a definition of several paragraphs',
      '<dl><dt>-f</dt><dt>--force</dt><dd> <p>Sails in fog.</p><p>Slowly.</p></dd></dl>',
      '-f, --force: Sails in fog.',
    ],
    [
      'an infobox',
      '<table class="infobox"><tr><th>Founded</th><td>1998</td></tr><tr><th>Seat</th><td>Oslo</td></tr></table>',
      'Founded: 1998',
    ],
  ])('keeps %s apart as the page shows it', async (_, body, expected) => {
    const { blocks } = await importAs('a.html', page(body), { keepAll: true });
    expect(blocks).toContain(expected);
  });

  it('leaves out what is struck out, and names it', async () => {
    const { article, report } = await importAs('a.html', page('<p>It costs <del>9</del> 12 crowns.</p>'));
    expect(article.text).toContain('It costs 12 crowns.');
    expect(report.removed).toContainEqual(expect.objectContaining({ text: '9', reason: 'struck out' }));
  });

  it('knows its captions, definitions, fields and sources, and knows them again when it is read back', async () => {
    const { article } = await importAs(
      'a.html',
      page(
        '<figure><figcaption>The quay at dawn</figcaption></figure><dl><dt>tide</dt><dd>the rise of the sea</dd></dl>' +
          '<table class="infobox"><tr><th>Founded</th><td>1998</td></tr></table><ol class="references"><li>Holm, Tides, 1999.</li></ol>',
      ),
      { keepAll: true },
    );
    const roles = article.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role ? [block.role] : [],
    );
    expect(roles).toEqual(['caption', 'definition', 'field', 'reference']);
  });
});

describe('Markdown', () => {
  it('keeps characters that are not meant as mark-up, and leaves out what is struck out', async () => {
    const { blocks, report } = await importAs(
      'a.md',
      'From ~20.4 kb to ~3 kb, 2*a + 3*b, a < b, vector<int>, see [1] for $5. ~~Old~~ New.\n\n[1]: https://example.org',
    );
    expect(blocks).toEqual(['From ~20.4 kb to ~3 kb, 2*a + 3*b, a < b, vector<int>, see [1] for $5. New.']);
    expect(report.removed).toEqual([{ line: 1, text: 'Old', reason: 'struck out' }]);
  });

  it('is not said to be unfaithful for the names of programs in it', async () => {
    const { report } = await importAs(
      'a.md',
      'Set `DH_VERBOSE` or upstream\\_version to 1.2~rc1 in dh_make; see [set_it](https://a.b/c_d), un*help*ful.',
    );
    expect(report.fidelity).toMatchObject({ lost: 0, glued: 0, split: 0, moved: 0 });
  });
});

describe('what is written', () => {
  it('has no escape that it does not need', async () => {
    const { markdown } = await importAs('a.txt', "Let's go: 5_000 (or 6-7) at a.b/c_d!\n[sic] *star* & co.");
    expect(markdown).toContain("Let's go: 5_000 (or 6-7) at a.b/c_d!");
  });
});
