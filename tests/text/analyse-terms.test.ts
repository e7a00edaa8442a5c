import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseTerms, foldWord } from '../../src/text/analyse-terms.ts';
import { anyCodeUnits, anyText } from '../arbitraries.ts';

const stemsOf = (text: string): readonly string[] => analyseTerms(text).map(({ stem }) => stem);

describe('analyseTerms', () => {
  it.each([
    ['troops', 'troop'],
    ['Deploying', 'deployed'],
    ['CAFÉ', 'cafe'],
    ['U.N.', 'UN'],
    ['10,000', '10000'],
    ["Ellerby's", 'Ellerby'],
    ['Ellerby’s', 'Ellerby'],
    ['ﬁle', 'file'],
  ])('gives %s and %s one stem', (one, other) => {
    expect(stemsOf(one)).toEqual(stemsOf(other));
    expect(stemsOf(one)).toHaveLength(1);
  });

  it.each([
    ['10,000', '10,500'],
    ['3.5', '35'],
    ['ship', 'shop'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemsOf(one)).not.toEqual(stemsOf(other));
  });

  it('leaves out words that say nothing', () => {
    expect(stemsOf('What is the tide of the harbour, and who says so?')).toEqual(['tide', 'harbour']);
  });

  it('tells names in capitals from the stop words that they look like', () => {
    expect(stemsOf('The US and the WHO told us who leads it.')).toEqual(['us', 'who', 'told', 'lead']);
    expect(stemsOf('The U.S. envoy')).toEqual(['us', 'envoi']);
    expect(stemsOf('WHO TOLD US?')).toEqual(['told']);
  });

  it('says where each word stands, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCodeUnits), (text) => {
        let at = 0;
        for (const { stem, span } of analyseTerms(text)) {
          expect(stem).not.toBe('');
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          at = span.end;
          // Among small letters, as a word in capitals would be a stop word without them.
          expect(stemsOf(`among ${text.slice(span.start, span.end)}`)).toContain(stem);
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('foldWord', () => {
  it('has nothing left to fold the second time', () => {
    fc.assert(
      fc.property(fc.constantFrom('U.S.', "O'Neill’s", 'ÉTUDE', '1,000,000', 'straße', 'Ⅳ'), (word) => {
        expect(foldWord(foldWord(word))).toBe(foldWord(word));
      }),
    );
  });
});
