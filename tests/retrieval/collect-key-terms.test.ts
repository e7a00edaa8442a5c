import { describe, expect, it } from 'vitest';
import { collectKeyTerms } from '../../src/retrieval/collect-key-terms.ts';
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
