import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragmentUrl } from '../../src/text/text-fragment.ts';
import { anyCodeUnits, anyText } from '../arbitraries.ts';

describe('textFragmentUrl', () => {
  it('names a short quotation whole', () => {
    expect(textFragmentUrl('https://example.org/a', 'The tide - it rose, & fell.')).toBe(
      'https://example.org/a#:~:text=The%20tide%20%2D%20it%20rose%2C%20%26%20fell%2E',
    );
  });

  it('names a long one by its first and last words', () => {
    const words = Array.from({ length: 40 }, (_, i) => `word${i}`);
    expect(textFragmentUrl('https://example.org/a', words.join(' '))).toBe(
      'https://example.org/a#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39',
    );
  });

  it('names a short one whole also when it has many words', () => {
    expect(textFragmentUrl('https://example.org/a', 'a b c d e f g h i j k l')).toBe(
      'https://example.org/a#:~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k%20l',
    );
  });

  it('keeps the part that the address itself leads to', () => {
    expect(textFragmentUrl('https://example.org/a?b=1#top', 'Tide.')).toBe(
      'https://example.org/a?b=1#top:~:text=Tide%2E',
    );
  });

  it('replaces a directive that the address has already', () => {
    for (const url of ['https://example.org/a#:~:text=Ebb', 'https://example.org/a#:~:text=Ebb,flow'])
      expect(textFragmentUrl(url, 'Tide.')).toBe('https://example.org/a#:~:text=Tide%2E');
    expect(textFragmentUrl('https://example.org/a#top:~:text=Ebb', 'Tide.')).toBe(
      'https://example.org/a#top:~:text=Tide%2E',
    );
  });

  it('is an address that ends no Markdown link, whatever is quoted', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCodeUnits), (quotation) => {
        const url = textFragmentUrl('https://example.org/a', quotation);
        expect(URL.canParse(url)).toBe(true);
        expect(url.split('#:~:text=')[1]).toMatch(/^[A-Za-z0-9%,]*$/);
      }),
    );
  });
});
