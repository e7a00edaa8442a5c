import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/study/cards/find-dates.ts';
import { findNumbers } from '../../../src/study/cards/find-numbers.ts';
import { readNumber } from '../../../src/study/read-number.ts';

describe('findDates', () => {
  const found = (text: string): readonly string[] =>
    findDates(text).map(({ start, end, family }) => `${family.slice(5)} ${text.slice(start, end)}`);

  it.each([
    ['It was dug on Friday, 29 November 2024 by hand.', ['day Friday, 29 November 2024']],
    ['On August 16th, 1993 and July 4, 1776 they met.', ['day August 16th, 1993', 'day July 4, 1776']],
    ['The pledge of November 2024 stands.', ['month November 2024']],
    ['Since 1953 and in early 2017, until 1990.', ['year 1953', 'year 2017', 'year 1990']],
    ['In the 1860s, and again in the 19th century.', ['decade 1860s', 'century 19th century']],
    ['It weighs 1500 kilograms and has 1,712 parts.', []],
    ['Between 1914–1918 nothing was built.', []],
    ['He died in 141 BC and in 1200 BC.', []],
  ])('in “%s” finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('orders days, months and years on one scale', () => {
    const values = findDates('In 1990. In May 1990. On 3 May 1990. On 4 May 1990.').map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(new Set(values).size).toBeGreaterThanOrEqual(3);
  });
});

describe('findNumbers', () => {
  const found = (text: string): readonly string[] =>
    findNumbers(text, findDates(text)).map(
      ({ start, end, family, value }) => `${family} ${text.slice(start, end)} ${value}`,
    );

  it.each([
    ['More than 10,000 troops came.', ['number 10,000 10000']],
    ['It cost $3.5 million, or 12 % of it.', ['number:$ $3.5 million 3500000', 'number:% 12 12']],
    ['It is 25 km long and 30 metres deep.', ['number:km 25 25', 'number:metre 30 30']],
    [
      'Four hundred convicts dug for twenty-one days.',
      ['number Four hundred 400', 'number:day twenty-one 21'],
    ],
    ['On 21 May, in 1609, the years 94 000 and Debian-2 were none.', []],
  ])('in “%s” finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('readNumber', () => {
  it.each([
    ['10,000', 10_000],
    ['ten thousand', 10_000],
    ['two hundred and six', 206],
    ['Sixth', 6],
    ['3.5 million', 3_500_000],
    ['€40', 40],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', 'and', 'ten ships', '1,00'])('does not read “%s”', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});
