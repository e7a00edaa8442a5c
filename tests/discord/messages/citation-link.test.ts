import { describe, expect, it } from 'vitest';
import { citationLink, pageLink } from '../../../src/discord/messages/citation-link.ts';

describe('citationLink', () => {
  it('leads to the words, with parentheses that do not end the link', () => {
    expect(citationLink('https://example.org/a_(b)', 'The tide (high).')).toBe(
      'https://example.org/a_%28b%29#:~:text=The%20tide%20%28high%29%2E',
    );
  });

  it('leads to the shown words, whatever words the address named', () => {
    expect(citationLink('https://example.org/a#x:~:text=longer%20passage', 'longer')).toBe(
      'https://example.org/a#x:~:text=longer',
    );
  });

  it('leads to the page alone when it would get too long', () => {
    expect(citationLink('https://example.org/a#x', 'ü'.repeat(300))).toBe('https://example.org/a#x');
  });

  it.each(['javascript:alert(1)', 'https://a b', `https://example.org/${'x'.repeat(600)}`, undefined])(
    'is none for %.30s',
    (url) => {
      expect(citationLink(url, 'Tide.')).toBeUndefined();
    },
  );
});

it('has an address with parentheses as a link', () => {
  expect(pageLink('https://en.example.org/wiki/Tide_(sea)')).toBe(
    'https://en.example.org/wiki/Tide_%28sea%29',
  );
});
