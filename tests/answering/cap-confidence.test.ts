import { describe, expect, it } from 'vitest';
import { capConfidence } from '../../src/answering/cap-confidence.ts';
import { citeExcerpt } from '../../src/text/cite-excerpt.ts';
import { articleFrom } from '../corpus/parse-text.ts';

const ARTICLE = articleFrom(
  'peaks.md',
  '<!-- page 12 -->\n\nAoraki is the tallest mountain.\n\n<!-- caption -->\n\nAoraki at dawn\n\n# References\n\nHolm, The tallest mountain, 1999.',
);

describe('the confidence of an answer', () => {
  it.each([
    [1, 'strong'],
    [2, 'weak'],
    [3, 'weak'],
  ])('led by paragraph %i is at most %s', (paragraph, expected) => {
    expect(capConfidence('strong', { paragraph }, ARTICLE)).toBe(expected);
    expect(capConfidence('abstain', { paragraph }, ARTICLE)).toBe('abstain');
  });
});

describe('a citation', () => {
  it('names the page where the source has pages', () => {
    expect(citeExcerpt(ARTICLE, 1, { start: 0, end: 6 }, 1).locator).toEqual({ page: 12 });
    expect(citeExcerpt(articleFrom('a.md', 'One.'), 1, { start: 0, end: 3 }, 1)).not.toHaveProperty(
      'locator',
    );
  });
});
