import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { anyCodeUnits, anyText } from '../arbitraries.ts';

const sentencesOf = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each<[string, readonly string[]]>([
    ['Dr. Mara Voss arrived late. Nobody minded.', ['Dr. Mara Voss arrived late.', 'Nobody minded.']],
    ['The U.S. Navy came first. It left soon.', ['The U.S. Navy came first.', 'It left soon.']],
    ['She moved to the U.S. The rest stayed.', ['She moved to the U.S.', 'The rest stayed.']],
    ['John F. Kennedy and J.R.R. Tolkien never met.', ['John F. Kennedy and J.R.R. Tolkien never met.']],
    ['So did I. Then it rained.', ['So did I.', 'Then it rained.']],
    ['Bring fruit, e.g. Apples or pears. Wash it.', ['Bring fruit, e.g. Apples or pears.', 'Wash it.']],
    [
      'As Fig. 3 shows, it grew. See also p. 12 of vol. 2.',
      ['As Fig. 3 shows, it grew.', 'See also p. 12 of vol. 2.'],
    ],
    ['It cost 3.50 euros. Now it is 4.', ['It cost 3.50 euros.', 'Now it is 4.']],
    ['He waited ... and waited. Nothing came.', ['He waited ... and waited.', 'Nothing came.']],
    ['“Is it far?” she asked. “No.”', ['“Is it far?” she asked.', '“No.”']],
    ['Smith, Jones et al. Found nothing new.', ['Smith, Jones et al. Found nothing new.']],
    ['Acme Inc. Builds boats. They float.', ['Acme Inc. Builds boats.', 'They float.']],
    ['It opens at 9 a.m. on Monday. Come early!', ['It opens at 9 a.m. on Monday.', 'Come early!']],
    ['Really? Yes! Good.', ['Really?', 'Yes!', 'Good.']],
    [
      'The happiest are 1. Finland 2. Denmark 3. Iceland. They were asked.',
      ['The happiest are 1. Finland 2. Denmark 3. Iceland.', 'They were asked.'],
    ],
    ['She came in as number 1. The race was over.', ['She came in as number 1.', 'The race was over.']],
    ['No full stop at the end', ['No full stop at the end']],
  ])('splits %j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('finds nothing in a blank text', () => {
    expect(splitSentences(' \n\t\u00a0')).toEqual([]);
  });

  it('puts every character that is not white space into exactly one sentence, in order', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCodeUnits), (text) => {
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
