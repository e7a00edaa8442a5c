import { describe, expect, it } from 'vitest';
import { fillBlanks, findGiveaway, findOccurrences } from '../../../src/study/cards/hide-answer.ts';

describe('findOccurrences', () => {
  const words = (text: string, answer: string): readonly string[] =>
    findOccurrences(text, answer).map(({ start, end }) => text.slice(start, end));

  it('finds every whole occurrence, whatever its capitals', () => {
    expect(words('The tide. A tide is no ebbtide, and tides are two; tide’s end.', 'Tide')).toEqual([
      'tide',
      'tide',
      'tide',
    ]);
  });

  it('takes 10 for no part of 10,000, 2.10 or 110, but ends a sentence with it', () => {
    expect(findOccurrences('10,000 and 2.10 and 110 and 10.5', '10')).toEqual([]);
    expect(words('There were 10.', '10')).toEqual(['10']);
  });

  it('fills them in', () => {
    const text = 'Ellerby is Ellerby.';
    expect(fillBlanks(text, findOccurrences(text, 'Ellerby'), '___')).toBe('___ is ___.');
  });
});

describe('findGiveaway', () => {
  it.each([
    ['Russia', 'The Russian minister came from', 'Russian'],
    ['Korean Central News Agency', 'The agency (KCNA) wrote', 'agency'],
    ['North Atlantic Treaty', 'It is known as NAT among', 'NAT'],
    ['three', 'All 3 of the', '3'],
    ['10,000', 'some ten thousand came, of them', 'ten thousand'],
    ['attack', 'when it was attacked', 'attacked'],
    ['Kim Jong-un', 'said that Kim would', 'Kim'],
    ['DPRK', 'in North Korea', 'North Korea'],
    ['France', 'the French king', 'French'],
    ['East Germany', 'with the parties of the West', 'West'],
    ['North Vietnam', 'intervened in the South with', 'South'],
    ['West', 'those of East and', 'East'],
  ])('for %s in “%s” is %s', (answer, rest, giveaway) => {
    expect(findGiveaway(answer, rest, { aliases: { DPRK: 'North Korea' } })).toBe(giveaway);
  });

  it.each([
    ['China', 'The chin of the minister'],
    ['University of Ellerby', 'the mayor of the town'],
    ['1953', 'in the 953 houses of 1954'],
    ['Moor', 'the more the merrier'],
  ])('for %s in “%s” there is none', (answer, rest) => {
    expect(findGiveaway(answer, rest, { aliases: {} })).toBeUndefined();
  });
});
