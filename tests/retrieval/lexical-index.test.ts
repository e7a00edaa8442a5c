import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseTerms } from '../../src/text/analyse-terms.ts';
import { buildLexicalIndex } from '../../src/retrieval/lexical-index.ts';
import type { LexicalDocument } from '../../src/retrieval/lexical-index.ts';
import { anyText } from '../arbitraries.ts';

const DOCUMENTS: readonly LexicalDocument[] = [
  { id: 'a#0', articleId: 'a', heading: 'Boats', text: 'The ferry crosses the bay. The ferry is old.' },
  { id: 'a#1', articleId: 'a', heading: 'Ferry', text: 'Its captain keeps pigeons above the bay.' },
  {
    id: 'b#0',
    articleId: 'b',
    heading: '',
    text: 'A pigeon flies over the bay, and another pigeon follows.',
  },
];
const index = buildLexicalIndex(DOCUMENTS);
const stems = (text: string): readonly string[] => analyseTerms(text).map(({ stem }) => stem);
const search = (text: string, articleId?: string): readonly string[] =>
  index.search(stems(text), articleId).map(({ passageId }) => passageId);

describe('the lexical index', () => {
  it('finds documents by the stems of their words, the one with more of them first', () => {
    expect(search('pigeons')).toEqual(['b#0', 'a#1']);
    expect(search('old ferries')[0]).toBe('a#0');
    expect(search('submarine')).toEqual([]);
    expect(index.search([])).toEqual([]);
  });

  it('finds a document by its heading too, but counts its own words for more', () => {
    expect(search('ferry')).toEqual(['a#0', 'a#1']);
    expect(search('boats')).toEqual(['a#0']);
  });

  it('may be limited to an article', () => {
    expect(search('bay', 'b')).toEqual(['b#0']);
    expect(search('ferry', 'b')).toEqual([]);
  });

  it('says which of the stems each document has', () => {
    const [first] = index.search(stems('captain of the ferry and his pigeons'));
    expect(first?.passageId).toBe('a#1');
    expect(first?.stems.toSorted()).toEqual(stems('captain ferry pigeons').toSorted());
  });

  it('lists those with all of the stems, else those with one, in the order given', () => {
    const having = (text: string, articleId?: string) => index.having(stems(text), articleId);
    expect(having('pigeons')).toEqual(['a#1', 'b#0']);
    expect(having('pigeons, pigeons above a bay')).toEqual(['a#1', 'b#0']);
    expect(having('pigeon captain')).toEqual(['a#1']);
    expect(having('ferry')).toEqual(['a#0', 'a#1']);
    expect(having('old pigeon')).toEqual(['a#0', 'a#1', 'b#0']);
    expect(having('old pigeon', 'b')).toEqual(['b#0']);
    expect(having('submarine')).toEqual([]);
    expect(having('')).toEqual([]);
  });

  it('counts documents, not words and not headings', () => {
    expect(index.documentCount).toBe(3);
    expect(index.documentFrequency(stems('bay')[0] ?? '')).toBe(3);
    expect(index.documentFrequency(stems('pigeon')[0] ?? '')).toBe(2);
    expect(index.documentFrequency(stems('ferry')[0] ?? '')).toBe(1);
    expect(index.documentFrequency('submarin')).toBe(0);
  });

  it('knows the words as they are spelt, folded', () => {
    expect(index.vocabulary.has('pigeons')).toBe(true);
    expect(index.vocabulary.has('ferry')).toBe(true);
    expect(index.vocabulary.has('pigeo')).toBe(false);
  });

  it('finds a word whose stem has a space in it', () => {
    const text = '\uFC5E';
    const [term] = analyseTerms(text);
    expect(term?.stem).toMatch(/\s/);
    const index = buildLexicalIndex([{ id: '0', articleId: 'a', text, heading: '' }]);
    expect(index.search([term?.stem ?? '']).map(({ passageId }) => passageId)).toEqual(['0']);
  });

  it('finds any text by any of its own words, and nothing by none', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
        const any = buildLexicalIndex(
          texts.map((text, i) => ({ id: String(i), articleId: 'any', heading: '', text })),
        );
        for (const [i, text] of texts.entries()) {
          for (const stem of new Set(stems(text))) {
            const hits = any.search([stem]);
            expect(hits.map(({ passageId }) => passageId)).toContain(String(i));
            expect(hits.every(({ score }) => score > 0)).toBe(true);
            expect(any.documentFrequency(stem)).toBe(hits.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
