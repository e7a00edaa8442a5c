import { describe, expect, it } from 'vitest';
import type { TermType } from '../../../src/domain/card.ts';
import { judgeAnswer, matchAnswer } from '../../../src/study/answers/match-answer.ts';

interface Question {
  readonly answer: string;
  readonly type: TermType;
  readonly sentence?: string;
  readonly others?: readonly string[];
}

const keyOf = ({ answer, type, sentence = answer, others = [] }: Question) => ({
  text: answer,
  type,
  sentence,
  others,
});
const judge = (typed: string, question: Question) => matchAnswer(typed, keyOf(question));

const TROOPS: Question = {
  answer: '10,000',
  type: 'number',
  sentence: 'Some 10,000 troops crossed the river.',
};
const DAY: Question = { answer: '30 November 2024', type: 'date' };
const OWNER: Question = {
  answer: 'Ruth Calder',
  type: 'person',
  sentence: 'The owner, Ruth Calder, lit it.',
  others: ['Tom Weller', 'Ann Weller', 'Ruth Pryor'],
};
const WELLER: Question = { answer: 'Tom Weller', type: 'person', others: ['Ann Weller', 'Ruth Calder'] };
const AUSTRIA: Question = { answer: 'Australia', type: 'place', others: ['Austria', 'New Zealand'] };
const MINISTRY: Question = {
  answer: 'Russian Defence Ministry',
  type: 'organisation',
  sentence: 'The Russian Defence Ministry in Moscow said so.',
};

describe('a typed answer', () => {
  it.each([
    ['10,000', TROOPS],
    ['10000', TROOPS],
    ['10 000', TROOPS],
    ['10.000', TROOPS],
    ['10k', TROOPS],
    ['ten thousand', TROOPS],
    ['About Ten-Thousand troops!', TROOPS],
    ['10,000', { answer: 'ten thousand', type: 'number' }],
    ['3.5 million', { answer: '3,500,000', type: 'number' }],
    ['3,5 million', { answer: '3.5 million', type: 'number' }],
    ['2bn', { answer: '2 billion', type: 'number' }],
    ['$3 million', { answer: '3 million dollars', type: 'number' }],
    ['3 million', { answer: '$3 million', type: 'number' }],
    ['12 per cent', { answer: '12%', type: 'number' }],
    ['5 kilometers', { answer: '5 km', type: 'number' }],
    ['second', { answer: '2nd', type: 'number' }],
    ['twenty-one', { answer: '21', type: 'number' }],
    ['100 to 200', { answer: '100-200', type: 'number' }],
    ['30 November 2024', DAY],
    ['November 30, 2024', DAY],
    ['30th of Nov. 2024', DAY],
    ['nov 30 2024', DAY],
    ['2024-11-30', DAY],
    ['30.11.2024', DAY],
    ['11/30/2024', DAY],
    ['Saturday, 30 November 2024', DAY],
    ['30/11/24', DAY],
    ['nineteen ninety-eight', { answer: '1998', type: 'date' }],
    ["'98", { answer: '1998', type: 'date' }],
    ['in 1998', { answer: '1998', type: 'date' }],
    ['the nineties', { answer: '1990s', type: 'date' }],
    ['nineteenth century', { answer: '19th century', type: 'date' }],
    ['twenty-first century', { answer: '21st century', type: 'date' }],
    ['11/2024', { answer: 'November 2024', type: 'date' }],
    ['ruth CALDER', OWNER],
    ['Calder', OWNER],
    ['Mrs Calder', OWNER],
    ['R. Calder', OWNER],
    ['Ruth Cälder', OWNER],
    ['Ruth Caldre', OWNER],
    ['Gaulle', { answer: 'Charles de Gaulle', type: 'person' }],
    ['kim jong un', { answer: 'Kim Jong-un', type: 'person' }],
    ['Ruth Calder', { answer: 'Calder', type: 'person', others: ['Ruth Calder'] }],
    ['UN', { answer: 'the United Nations', type: 'organisation' }],
    ['United Nations', { answer: 'U.N.', type: 'organisation' }],
    ['World War 2', { answer: 'World War II', type: 'term' }],
    ['Second World War', { answer: '2nd World War', type: 'term' }],
    ['the kilns', { answer: 'kiln', type: 'term' }],
    ['Northkorea', { answer: 'North Korea', type: 'place' }],
    ['Australa', AUSTRIA],
    [
      'Defence Ministry of Russia',
      { ...MINISTRY, answer: 'Defence Ministry', sentence: 'The Defence Ministry of Russia' },
    ],
    ['cafe noir', { answer: 'Café Noir', type: 'place' }],
    ['Russian Defense Ministry', MINISTRY],
  ] satisfies readonly (readonly [string, Question])[])('%s is right', (typed, question) => {
    expect(judge(typed, question)).toBe('right');
  });

  it.each([
    ['10,200', TROOPS],
    ['10,000 tanks', TROOPS],
    ['5 miles', { answer: '5 km', type: 'number' }],
    ['November 2024', DAY],
    ['2024', DAY],
    ['1994', { answer: '1990s', type: 'date' }],
    ['30 November 2024', { answer: 'November 2024', type: 'date' }],
    ['Ruth', OWNER],
    ['Weller', WELLER],
    ['John Calder', { answer: 'Calder', type: 'person', others: ['Ruth Calder'] }],
    ['Defence Ministry', MINISTRY],
    ['Austrlia', AUSTRIA],
  ] satisfies readonly (readonly [string, Question])[])('%s is almost right', (typed, question) => {
    expect(judge(typed, question)).toBe('near');
  });

  it.each([
    ['12,000', TROOPS],
    ['10,000 or 12,000', TROOPS],
    ['1,000', TROOPS],
    ['4', { answer: '3', type: 'number' }],
    ['29 November 2024', DAY],
    ['1999', { answer: '1998', type: 'date' }],
    ['1998 or 1999', { answer: '1998', type: 'date' }],
    ['Ann Weller', WELLER],
    ['Ruth Pryor', OWNER],
    ['Pryor', OWNER],
    ['Austria', AUSTRIA],
    ['Iraq', { answer: 'Iran', type: 'place' }],
    ['Australia or Austria', AUSTRIA],
    ['', OWNER],
    ['   ?!', OWNER],
    ['the', { answer: 'kiln', type: 'term' }],
    ['Ruth Calder '.repeat(20), OWNER],
  ] satisfies readonly (readonly [string, Question])[])('%s is wrong', (typed, question) => {
    expect(judge(typed, question)).toBe('wrong');
  });
});

describe('the second opinion', () => {
  const owner = keyOf({ ...OWNER, answer: 'Calder', others: [] });

  it('makes right what the reader points at, when that holds the answer', async () => {
    expect(await judgeAnswer('the owner Ruth Calder', owner)).not.toBe('wrong');
    const key = keyOf({ answer: 'kiln', type: 'term', sentence: 'They lit the old brick kiln.' });
    expect(await judgeAnswer('brick kiln of old', key, () => Promise.resolve('old brick kiln'))).toBe('near');
    const chief = keyOf({ answer: 'chief', type: 'term', sentence: 'He spoke.' });
    expect(await judgeAnswer('fire chief', chief)).toBe('near');
    expect(await judgeAnswer('fire chief', chief, () => Promise.resolve('fire chief'))).toBe('right');
  });

  it('is not heard where the reader points elsewhere, or at nothing', async () => {
    expect(await judgeAnswer('Iris', owner, () => Promise.resolve('Iris'))).toBe('wrong');
    expect(await judgeAnswer('Iris', owner, () => Promise.resolve(undefined))).toBe('wrong');
  });

  it('is not asked for what is right anyway', async () => {
    const verdict = await judgeAnswer('Calder', owner, () => Promise.reject(new Error('asked')));
    expect(verdict).toBe('right');
  });
});
