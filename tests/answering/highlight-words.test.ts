import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTypeOf, lacksAnswer } from '../../src/answering/answer-type.ts';
import { highlightWords } from '../../src/answering/highlight-words.ts';
import type { Span } from '../../src/domain/span.ts';
import { analyseTerms } from '../../src/text/analyse-terms.ts';
import { anyCodeUnits, anyText } from '../arbitraries.ts';

/** The words that are emphasised in a text that is held for an answer. */
function highlight(
  question: string,
  text: string,
  wordSimilarity: (span: Span) => number = () => 0,
): readonly string[] {
  const stems = analyseTerms(question).map(({ stem }) => stem);
  return highlightWords({ text, question, stems, terms: analyseTerms, wordSimilarity }).map(
    ({ start, end }) => text.slice(start, end),
  );
}

describe('highlightWords', () => {
  const text = 'In March 1951 Edda Moor counted 400 seals near Hollow Bay.';

  it.each<[string, readonly string[]]>([
    ['When were the seals counted?', ['March 1951']],
    ['Who counted the seals?', ['Edda Moor', 'Hollow Bay']],
    ['Where did Edda Moor count the seals?', ['Hollow Bay']],
  ])('emphasises what %j asks for', (question, words) => {
    expect(highlight(question, text)).toEqual(words);
  });

  it('emphasises a number where one is asked for', () => {
    expect(highlight('How many seals did Edda Moor count?', text)).toContain('400');
  });

  it('emphasises the candidates that come nearest to what is asked', () => {
    const crew = 'Ada Finn, Bo Lund, Cy Marsh, Di North sailed.';
    const early: (span: Span) => number = ({ start }) => -start;
    expect(highlight('Who sailed there?', crew, early)).toEqual(['Ada Finn', 'Bo Lund', 'Cy Marsh']);
    expect(highlight('Who sailed there?', crew, ({ start }) => start)).not.toContain('Ada Finn');
    expect(highlight('What about counting seals?', text, early)).toEqual(['March 1951 Edda Moor', '400']);
  });

  it('emphasises shared words where nothing is asked for that could be pointed at', () => {
    expect(highlight('Were seals counted?', text)).toEqual(['counted', 'seals']);
    expect(highlight('trains', text)).toEqual([]);
  });

  it('emphasises shared words alone in a text that is not held for an answer', () => {
    const stems = analyseTerms('When were the seals counted?').map(({ stem }) => stem);
    const spans = highlightWords({
      text,
      question: 'When were the seals counted?',
      stems,
      terms: analyseTerms,
    });
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['counted', 'seals']);
  });

  it('names spans inside the text, in order and without overlap, whatever both are', () => {
    const anything = fc.oneof(anyText, anyCodeUnits);
    const question = fc
      .tuple(fc.constantFrom('Who ', 'When ', 'Where ', 'How many ', 'What '), anything)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(question, anything, (asked, shown) => {
        const stems = analyseTerms(asked).map(({ stem }) => stem);
        const input = { text: shown, question: asked, stems, terms: analyseTerms, wordSimilarity: () => 0 };
        let at = 0;
        for (const { start, end } of highlightWords(input)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(shown.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('answerTypeOf', () => {
  it.each([
    ['How many seals are there?', 'number'],
    ['seals how many', 'number'],
    ['When did the ferry sink?', 'time'],
    ['In which year did it sink?', 'time'],
    ['What happens when the tide turns?', 'other'],
    ['Where is the ferry?', 'place'],
    ['Who sank it?', 'person'],
    ['Why did it sink?', 'other'],
  ])('takes %j to ask for a %s', (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });
});

describe('lacksAnswer', () => {
  it.each([
    ['When did the ferry sink?', 'The ferry sank off Hollow Bay.', true],
    ['When did the ferry sink?', 'The ferry sank in 1951.', false],
    ['How many seals are there?', 'There are seals on the rock.', true],
    ['How many seals are there?', 'There are four hundred seals.', false],
    ['Who sank it?', 'It sank.', false],
    ['What did the ferry do in 1951?', 'It sank.', false],
  ])('of %j and %j is %s', (question, text, lacks) => {
    expect(lacksAnswer(question, text)).toBe(lacks);
  });

  it('does not take a year of the question for its answer', () => {
    expect(lacksAnswer('When in 1951 did it sink?', 'It sank in 1951.')).toBe(true);
  });
});
