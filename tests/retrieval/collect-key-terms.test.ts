import { describe, expect, it } from 'vitest';
import { collectKeyTerms, suggestFrom } from '../../src/retrieval/collect-key-terms.ts';
import { articleFrom } from '../corpus/parse-text.ts';

const ARTICLE = articleFrom(
  'tide.md',
  `---
aliases:
  TO: Tide Office
---
## The spring tide

Marta Quill measured the spring tide at Hollow Bay. Marta Quill wrote it down, and the tide rose.

A gull watched once.
`,
);

describe('collectKeyTerms', () => {
  const terms = collectKeyTerms([ARTICLE]);

  it('collects headings, names, aliases with their meanings, and frequent words', () => {
    expect(terms).toEqual(
      expect.arrayContaining(['The spring tide', 'Marta Quill', 'Hollow Bay', 'TO', 'Tide Office', 'tide']),
    );
  });

  it('leaves out what stands there once, and stop words', () => {
    expect(terms).not.toContain('gull');
    expect(terms).not.toContain('the');
  });

  it('has each term once, however it is written, the most frequent first', () => {
    const folded = terms.map((term) => term.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
    expect(folded.indexOf('tide')).toBeLessThan(folded.indexOf('hollow bay'));
  });

  it('has nothing to say about no article', () => {
    expect(collectKeyTerms([])).toEqual([]);
  });
});

describe('suggestFrom', () => {
  const terms = ['tide table', 'low tide', 'untidy room', 'Tidewater', 'gull'];

  it('puts terms that start with the prefix first, then those with a word that does, then others', () => {
    expect(suggestFrom(terms, 'TID', 10)).toEqual(['tide table', 'Tidewater', 'low tide', 'untidy room']);
  });

  it('suggests the first terms while nothing is typed', () => {
    expect(suggestFrom(terms, '  ', 2)).toEqual(['tide table', 'low tide']);
  });

  it('suggests no more than asked for, and nothing that does not fit', () => {
    expect(suggestFrom(terms, 'tid', 1)).toEqual(['tide table']);
    expect(suggestFrom(terms, 'whale', 5)).toEqual([]);
    expect(suggestFrom(terms, '(', 5)).toEqual([]);
  });
});
