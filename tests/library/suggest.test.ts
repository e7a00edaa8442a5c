import { describe, expect, it } from 'vitest';
import { createSuggest, pickSuggestions } from '../../src/library/suggest.ts';
import { articleFrom } from '../corpus/parse-text.ts';

describe('pickSuggestions', () => {
  const terms = ['tide table', 'low tide', 'untidy room', 'Tidewater', 'gull'];
  const pick = (prefix: string, limit: number): readonly string[] =>
    pickSuggestions(terms, { prefix, limit, label: (term) => term });

  it('puts terms that start with the prefix first, then those with a word that does, then others', () => {
    expect(pick('TID', 10)).toEqual(['tide table', 'Tidewater', 'low tide', 'untidy room']);
  });

  it('suggests the first terms while nothing is typed', () => {
    expect(pick('  ', 2)).toEqual(['tide table', 'low tide']);
  });

  it('suggests no more than asked for, and nothing that does not fit', () => {
    expect(pick('tid', 1)).toEqual(['tide table']);
    expect(pick('whale', 5)).toEqual([]);
    expect(pick('(', 5)).toEqual([]);
  });
});

describe('suggestArticles', () => {
  it('tells two articles with one title apart', () => {
    const [old, recent] = ['old', 'new'].map((name) =>
      articleFrom(`${name}.md`, `---\ntitle: Tides\n---\n\nThe ${name} table of tides.`),
    );
    if (!old || !recent) throw new Error('Both were made above.');
    const { suggestArticles } = createSuggest([old, recent]);
    expect(suggestArticles('tid', 5)).toEqual([old, recent]);
    expect(suggestArticles('', 5)).toEqual([old, recent]);
  });
});
