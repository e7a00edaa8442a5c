import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctSpelling } from '../../src/retrieval/correct-spelling.ts';
import { expandAliases, prepareQuery } from '../../src/retrieval/prepare-query.ts';
import type { QueryKnowledge } from '../../src/retrieval/prepare-query.ts';
import { anyCodeUnits, anyText } from '../arbitraries.ts';

const VOCABULARY = new Set(['harbour', 'granite', 'ferry', 'lighthouse', 'ellerby', 'etude', '1712']);
const KNOWLEDGE: QueryKnowledge = {
  vocabulary: VOCABULARY,
  aliases: { EHC: 'Ellerby Harbour Company', US: 'United States', 'C++': 'see plus plus' },
  isKnownWord: (word) => ['ferret', 'hardware'].includes(word),
};

describe('correctSpelling', () => {
  it.each([
    ['harbur', 'harbour'],
    ['Graniet', 'granite'],
    ['ferri', 'ferry'],
    ['lightouse', 'lighthouse'],
    ['lihgthouse', 'lighthouse'],
    ['Étuda', 'etude'],
  ])('takes %s for a typo of %s', (typed, meant) => {
    expect(correctSpelling(typed, VOCABULARY)).toBe(meant);
  });

  it.each([
    ['is a word already', 'harbour'],
    ['is too short to guess', 'fer'],
    ['has another first letter', 'gerry'],
    ['is too far from all', 'harvest'],
    ['is a number', '1713'],
    ['is two edits off and short', 'fersi'],
  ])('leaves a word alone that %s', (_, word) => {
    expect(correctSpelling(word, VOCABULARY)).toBeUndefined();
  });

  it('finds nothing in an empty vocabulary', () => {
    expect(correctSpelling('harbur', new Set())).toBeUndefined();
  });

  it('only ever proposes a word of the vocabulary, and never for one of it', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...VOCABULARY));
    fc.assert(
      fc.property(words, (word) => {
        const mended = correctSpelling(word, VOCABULARY);
        if (VOCABULARY.has(word)) expect(mended).toBeUndefined();
        else expect(mended === undefined || VOCABULARY.has(mended)).toBe(true);
      }),
    );
  });
});

describe('expandAliases', () => {
  it.each([
    ['Who leads the EHC?', 'Who leads the Ellerby Harbour Company?'],
    ['who leads the ehc', 'who leads the Ellerby Harbour Company'],
    ['Is it in the US?', 'Is it in the United States?'],
    ['Tell us more', 'Tell us more'],
    ['An EHCO is another thing', 'An EHCO is another thing'],
    ['Is C++ old?', 'Is see plus plus old?'],
    ['The EHC, that is the Ellerby Harbour Company', 'The EHC, that is the Ellerby Harbour Company'],
  ])('makes of %j %j', (question, expanded) => {
    expect(expandAliases(question, KNOWLEDGE.aliases)).toBe(expanded);
  });

  it('takes what stands for a replacement pattern literally', () => {
    expect(expandAliases('Is XQZ here?', { XQZ: "$& $1 $'" })).toBe("Is $& $1 $' here?");
  });
});

describe('prepareQuery', () => {
  it('mends what the articles do not have and says so', () => {
    const query = prepareQuery('Who built the harbur of granit?', undefined, KNOWLEDGE);
    expect(query.text).toBe('Who built the harbour of granite?');
    expect(query.corrections).toEqual([
      { typed: 'harbur', searched: 'harbour' },
      { typed: 'granit', searched: 'granite' },
    ]);
  });

  it('does not mend a word that the model knows', () => {
    const query = prepareQuery('Who keeps a ferret?', undefined, KNOWLEDGE);
    expect(query).toMatchObject({ text: 'Who keeps a ferret?', corrections: [] });
  });

  it('searches for an alias and for what it stands for', () => {
    const { text, stems } = prepareQuery('Who leads the EHC?', undefined, KNOWLEDGE);
    expect(text).toContain('Ellerby Harbour Company');
    expect(stems).toEqual(expect.arrayContaining(['ehc', 'harbour']));
    expect(new Set(stems).size).toBe(stems.length);
  });

  it.each(['And when was it built?', 'Why?', 'What about the ferry?', 'Where?', 'Who paid for them?'])(
    'puts the question before in front of the follow-up %j',
    (question) => {
      const context = 'Who dug the harbour?';
      const query = prepareQuery(question, context, KNOWLEDGE);
      expect(query.text).toBe(`${context} ${question}`);
      expect(query.context).toBe(context);
      expect(query.stems).toContain('harbour');
      expect(query.own?.text).toBe(question);
      expect(query.own?.stems).not.toContain('harbour');
    },
  );

  it.each([
    'When was the granite lighthouse of Ellerby built?',
    'Ellerby?',
    'What is granite?',
    'thanks!',
    'lol ok',
  ])('lets stand alone what names what it is about, however short: %j', (question) => {
    const query = prepareQuery(question, 'Who dug it?', { ...KNOWLEDGE, isKnownWord: () => true });
    expect(query).not.toHaveProperty('context');
    expect(query).not.toHaveProperty('own');
    expect(query.text).toBe(question);
  });

  it('corrects words of the follow-up alone', () => {
    const query = prepareQuery('And the fery?', 'Who dug the harbur?', KNOWLEDGE);
    expect(query.text).toBe('Who dug the harbour? And the ferry?');
    expect(query.corrections).toEqual([{ typed: 'fery', searched: 'ferry' }]);
  });

  it('changes nothing but what it corrects, whatever is asked', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCodeUnits), (question) => {
        const { text, corrections } = prepareQuery(question, undefined, { ...KNOWLEDGE, aliases: {} });
        const kept = corrections.reduce((rest, { typed }) => rest.replace(typed, () => ''), question);
        const shown = corrections.reduce((rest, { searched }) => rest.replace(searched, () => ''), text);
        expect(shown).toBe(kept);
      }),
    );
  });
});
