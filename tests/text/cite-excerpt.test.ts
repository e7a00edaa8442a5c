import { describe, expect, it } from 'vitest';
import { citeExcerpt } from '../../src/text/cite-excerpt.ts';
import { articleFrom } from '../corpus/parse-text.ts';

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
