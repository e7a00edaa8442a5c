import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeExcerpt, linkToText } from '../../src/answering/cite-excerpt.ts';
import { anyCodeUnits, anyText } from '../arbitraries.ts';
import { articleFrom } from '../corpus/parse-text.ts';

describe('linkToText', () => {
  it('names a short quotation whole', () => {
    expect(linkToText('https://example.org/a', 'The tide - it rose, & fell.')).toBe(
      'https://example.org/a#:~:text=The%20tide%20%2D%20it%20rose%2C%20%26%20fell%2E',
    );
  });

  it('names a long one by its first and last words', () => {
    const words = Array.from({ length: 40 }, (_, i) => `word${i}`);
    expect(linkToText('https://example.org/a', words.join(' '))).toBe(
      'https://example.org/a#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39',
    );
  });

  it('replaces a fragment that the address has already', () => {
    expect(linkToText('https://example.org/a?b=1#top', 'Tide.')).toBe(
      'https://example.org/a?b=1#:~:text=Tide%2E',
    );
  });

  it('is an address that ends no Markdown link, whatever is quoted', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCodeUnits), (quotation) => {
        const url = linkToText('https://example.org/a', quotation);
        expect(URL.canParse(url)).toBe(true);
        expect(url.split('#:~:text=')[1]).toMatch(/^[A-Za-z0-9%,]*$/);
      }),
    );
  });
});

describe('citeExcerpt', () => {
  it('has an address and a licence only where the article has', () => {
    const plain = articleFrom('plain.txt', 'The tide rose.');
    expect(citeExcerpt(plain, 1, { start: 0, end: 14 }, 2)).toEqual({
      marker: '[2]',
      title: 'plain',
      paragraph: 1,
    });
    const full = articleFrom('full.md', '---\nurl: https://example.org\nlicence: CC0\n---\nThe tide rose.');
    expect(citeExcerpt(full, 1, { start: 4, end: 8 }, 1)).toEqual({
      marker: '[1]',
      title: 'full',
      paragraph: 1,
      url: 'https://example.org#:~:text=tide',
      licence: 'CC0',
    });
  });
});
