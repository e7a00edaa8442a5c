import { describe, expect, it } from 'vitest';
import { capConfidence } from '../../src/answering/cap-confidence.ts';
import { findParagraph } from '../../src/domain/article.ts';
import { citeExcerpt } from '../../src/text/cite-excerpt.ts';
import { describeLocator } from '../../src/conversation/describe-locator.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { wordsIn } from '../../src/words/words.ts';

const ARTICLE = articleFrom(
  'peaks.md',
  '<!-- page 12 -->\n\nAoraki is the tallest mountain.\n\n<!-- caption -->\n\nAoraki at dawn\n\n# References\n\nHolm, The tallest mountain, 1999.\n\n# 3.2 Peaks\n\nThe tallest mountain of all\n\n- Aoraki, 3,724 m\n\nAoraki rises 3,724 m above the sea\n\nThe peaks are these:',
);

describe('the confidence of an answer', () => {
  it.each([
    [1, 'strong'],
    [2, 'weak'],
    [3, 'weak'],
    [4, 'weak'],
    [5, 'strong'],
    [6, 'weak'],
    [7, 'weak'],
  ])('led by paragraph %i is at most %s', (paragraph, expected) => {
    const block = findParagraph(ARTICLE, paragraph);
    const first = { paragraph, text: ARTICLE.text.slice(block?.start, block?.end) };
    expect(capConfidence('strong', first, ARTICLE)).toBe(expected);
    expect(capConfidence('abstain', first, ARTICLE)).toBe('abstain');
  });

  it('is at most weak where the article is not English', () => {
    const first = { paragraph: 1, text: 'Aoraki is the tallest mountain.' };
    expect(capConfidence('strong', first, { ...ARTICLE, language: 'Spanish' })).toBe('weak');
  });
});

describe('the place in a source', () => {
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ page: 12, section: '3.2' }, 'page 12, section 3.2'],
    [{ time: '1:02:45', speaker: 'Ida Holm' }, 'at 1:02:45, Ida Holm'],
  ])('of %j is shown as %j', (locator, shown) => {
    expect(describeLocator(wordsIn('en'), locator)).toBe(shown);
  });
});

describe('a citation', () => {
  it('names the page and the section where the source has them', () => {
    expect(citeExcerpt(ARTICLE, 1, { start: 0, end: 6 }, 1).locator).toEqual({ page: 12 });
    expect(citeExcerpt(ARTICLE, 4, { start: 0, end: 6 }, 1).locator).toEqual({ page: 12, section: '3.2' });
    expect(citeExcerpt(articleFrom('a.md', 'One.'), 1, { start: 0, end: 3 }, 1)).not.toHaveProperty(
      'locator',
    );
  });
});
