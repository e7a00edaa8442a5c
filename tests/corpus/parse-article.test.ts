import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import { flattenBlocks } from '../../src/corpus/flatten-blocks.ts';
import { readMarkdown } from '../../src/corpus/formats/read-markdown.ts';
import { readPlainText } from '../../src/corpus/formats/read-plain-text.ts';
import { MAX_ARTICLE_BYTES } from '../../src/domain/article-limits.ts';
import { anyCodeUnits, anyText } from '../arbitraries.ts';
import { articleFrom, corpusFile, paragraphTexts } from './parse-text.ts';

describe('the paragraphs of a Markdown file', () => {
  it.each<{ readonly rule: string; readonly body: string; readonly paragraphs: readonly string[] }>([
    {
      rule: 'joins soft-wrapped lines by one space',
      body: 'One\ntwo\n  three.',
      paragraphs: ['One two three.'],
    },
    { rule: 'turns a hard break into a space', body: 'One  \ntwo.', paragraphs: ['One two.'] },
    {
      rule: 'takes Windows line ends',
      body: 'One\r\ntwo.\r\n\r\nThree.',
      paragraphs: ['One two.', 'Three.'],
    },
    { rule: 'takes old Mac line ends', body: 'One\rtwo.\r\rThree.', paragraphs: ['One two.', 'Three.'] },
    {
      rule: 'shows links as their text',
      body: 'See [the map](https://example.org "Map"), [list][1] and <https://example.org/a>.\n\n[1]: https://example.org/b',
      paragraphs: ['See the map, list and https://example.org/a.'],
    },
    {
      rule: 'strips inline mark-up',
      body: 'A **bold** and _quiet_ `code` ~~gone~~ H<sub>2</sub>O \\*.',
      paragraphs: ['A bold and quiet code H2O *.'],
    },
    { rule: 'decodes entities', body: 'Salt &amp; pepper.', paragraphs: ['Salt & pepper.'] },
    {
      rule: 'shows an image as its description',
      body: 'Here: ![a red boat](boat.png).',
      paragraphs: ['Here: a red boat.'],
    },
    {
      rule: 'makes each row of a table a line that can stand alone',
      body: '| Year | Boats |\n| --- | --- |\n| 1900 | 12 |\n| 1901 |  |',
      paragraphs: ['Year: 1900; Boats: 12', 'Year: 1901'],
    },
    {
      rule: 'makes each item of a list a paragraph, nested ones too',
      body: '- First.\n- Second\n  goes on.\n  - Below.\n\n1. Third.',
      paragraphs: ['First.', 'Second goes on.', 'Below.', 'Third.'],
    },
    {
      rule: 'quotes what stands in a block quotation',
      body: '> One\n> two.\n>\n> Three.',
      paragraphs: ['One two.', 'Three.'],
    },
    {
      rule: 'keeps the lines of a code block',
      body: '```\nlet a = 1;\n  b();\n```',
      paragraphs: ['let a = 1;\n  b();'],
    },
    {
      rule: 'leaves out comments and rules',
      body: 'One.\n\n<!-- not me -->\n\n***\n\nTwo.',
      paragraphs: ['One.', 'Two.'],
    },
    {
      rule: 'leaves footnote marks out of the text, not the notes',
      body: 'One[^1].\n\n[^1]: A note.',
      paragraphs: ['One.', 'A note.'],
    },
    {
      rule: 'does not count headings',
      body: '# Top\n\nOne.\n\nUnder\n-----\n\nTwo.',
      paragraphs: ['One.', 'Two.'],
    },
  ])('$rule', ({ body, paragraphs }) => {
    expect(paragraphTexts(articleFrom('a.md', body))).toEqual(paragraphs);
  });

  it('joins blocks by a blank line, headings included', () => {
    expect(articleFrom('a.md', '# Top\nOne.\n\n\n\nTwo.').text).toBe('Top\n\nOne.\n\nTwo.');
  });

  it('drops a byte order mark', () => {
    expect(articleFrom('a.md', '\ufeff---\ntitle: T\n---\nOne.')).toMatchObject({ title: 'T', text: 'One.' });
  });
});

describe('the paragraphs of a plain text file', () => {
  it.each<{ readonly rule: string; readonly body: string; readonly paragraphs: readonly string[] }>([
    {
      rule: 'takes a line for a paragraph',
      body: 'One.\nTwo.\nThree.\n',
      paragraphs: ['One.', 'Two.', 'Three.'],
    },
    {
      rule: 'takes blocks between blank lines for paragraphs where there are any',
      body: 'One\ngoes on.\n \nTwo.',
      paragraphs: ['One goes on.', 'Two.'],
    },
    {
      rule: 'keeps the first line, which is no title',
      body: 'A headline\nThe text.',
      paragraphs: ['A headline', 'The text.'],
    },
    {
      rule: 'leaves mark-up as it is',
      body: '# Not *a* heading [x](y)\nText.',
      paragraphs: ['# Not *a* heading [x](y)', 'Text.'],
    },
    { rule: 'takes Windows line ends', body: 'One.\r\nTwo.\r\n', paragraphs: ['One.', 'Two.'] },
  ])('$rule', ({ body, paragraphs }) => {
    expect(paragraphTexts(articleFrom('a.txt', body))).toEqual(paragraphs);
  });
});

describe('the title and id of an article', () => {
  it.each([
    ['the front matter', 'notes/boat.md', '---\ntitle: Named\n---\n# Heading\n\nText.', 'Named'],
    [
      'else the first heading',
      'notes/boat.md',
      'Text first.\n\n## A *fine* heading\n\nMore.',
      'A fine heading',
    ],
    ['else the name of the file', 'notes/boat.md', 'Text.', 'boat'],
    ['the name of a plain text file', 'notes/old.boat.txt', 'Text.', 'old.boat'],
  ])('takes the title from %s', (_, path, content, title) => {
    expect(articleFrom(path, content).title).toBe(title);
  });

  it('takes the id from the front matter, else from the name of the file', () => {
    expect(articleFrom('deep/er/boat.md', 'Text.').id).toBe('boat');
    expect(articleFrom('deep/er/boat.md', '---\nid: ship-7\n---\nText.').id).toBe('ship-7');
  });

  it('keeps what the front matter says as it was typed, and ignores other keys', () => {
    const content =
      '---\ntitle: "Of boats: a study"\nauthor: Ivo Kern\npublished: 2020-02-30\nlicence: CC0\nurl: https://example.org/boats\n' +
      'aliases:\n  RN: Royal Navy\nmood: calm\n---\n\nText.';
    expect(articleFrom('boat.md', content)).toMatchObject({
      title: 'Of boats: a study',
      author: 'Ivo Kern',
      published: '2020-02-30',
      licence: 'CC0',
      url: 'https://example.org/boats',
      aliases: { RN: 'Royal Navy' },
      text: 'Text.',
    });
  });

  it.each([
    ['public', 'public'],
    ['none', []],
    ['"111111111111111111"', ['111111111111111111']],
    ['111111111111111111, 22222222222222222', ['111111111111111111', '22222222222222222']],
    ['[111111111111111111, 22222222222222222]', ['111111111111111111', '22222222222222222']],
  ])('reads who may read it: %s', (servers, scope) => {
    expect(articleFrom('boat.md', `---\nservers: ${servers}\n---\nText.`).scope).toEqual(scope);
  });

  it('takes an empty front matter for none', () => {
    expect(articleFrom('boat.md', '---\n---\nText.')).toMatchObject({ title: 'boat', text: 'Text.' });
  });
});

describe('a file that cannot be an article', () => {
  const parse = (path: string, bytes: Uint8Array) => () => parseArticle({ path, bytes });

  it.each([
    ['yaml that does not parse', '---\ntitle: Fine\nauthor: [open\n---\nText.', /bad\.md.*\(line [34]\)/],
    ['a list', '---\n- one\n---\nText.', /bad\.md.*\(line 2\).*key: value/],
    ['a title that is no text', '---\ntitle: [a, b]\n---\nText.', /bad\.md.*`title` has to be plain text/],
    [
      'an address without http',
      '---\nurl: javascript:alert(1)\n---\nText.',
      /bad\.md.*`url` has to start with http/,
    ],
    ['aliases that are no map', '---\naliases: DPRK\n---\nText.', /bad\.md.*`aliases` has to be a map/],
    [
      'a server that is no id',
      '---\nservers: [my server]\n---\nText.',
      /bad\.md.*`servers` has to be .*"my server"/,
    ],
    ['an alias without a text', '---\naliases:\n  A: [b]\n---\nText.', /bad\.md.*alias "A"/],
  ])('is refused for front matter with %s, naming file and line', (_, content, message) => {
    const attempt = () => parseArticle(corpusFile('bad.md', content));
    expect(attempt).toThrow(expect.objectContaining({ code: 'article-front-matter' }) as Error);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(/Correct it, or remove the block/);
  });

  it('is refused when it is not UTF-8, naming the way to convert it', () => {
    const attempt = parse('latin.txt', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]));
    expect(attempt).toThrow(expect.objectContaining({ code: 'article-not-utf8' }) as Error);
    expect(attempt).toThrow(/latin\.txt is not UTF-8.*npm run add/);
  });

  it.each(['', ' \n\n', '# Only a heading', '---\ntitle: T\n---\n', '<!-- nothing -->'])(
    'is refused when it holds nothing to quote: %j',
    (content) => {
      const attempt = () => parseArticle(corpusFile('empty.md', content));
      expect(attempt).toThrow(expect.objectContaining({ code: 'article-empty' }) as Error);
      expect(attempt).toThrow(/empty\.md holds no paragraph/);
    },
  );

  it('is refused over the stated size, with both sizes', () => {
    const attempt = parse('big.txt', new Uint8Array(MAX_ARTICLE_BYTES + 1024 * 1024));
    expect(attempt).toThrow(expect.objectContaining({ code: 'article-too-large' }) as Error);
    expect(attempt).toThrow(/big\.txt has 21\.0 MB; at most 20\.0 MB/);
  });
});

describe('the parsers', () => {
  const anyMark = fc
    .array(
      fc.oneof(
        anyText,
        anyCodeUnits,
        fc.constantFrom(
          '\n',
          '\n\n',
          '# ',
          '> ',
          '- ',
          '|',
          '`',
          '[a](',
          '<b',
          '---\n',
          '\\',
          '&#',
          '[^1]: ',
        ),
      ),
      {
        maxLength: 15,
      },
    )
    .map((pieces) => pieces.join(''));

  it('never throw at a body, whatever it holds', () => {
    fc.assert(
      fc.property(anyMark, (body) => {
        for (const { blocks } of [readMarkdown(body), readPlainText(body)])
          for (const block of flattenBlocks(blocks)) expect(typeof block.text).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  it('lose no letter or digit of a plain text', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
    fc.assert(
      fc.property(anyMark, (body) => {
        const kept = flattenBlocks(readPlainText(body).blocks).map(({ text }) => text);
        expect(letters(kept.join(''))).toBe(letters(body));
      }),
    );
  });
});
