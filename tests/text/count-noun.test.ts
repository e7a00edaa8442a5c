import { expect, it } from 'vitest';
import { countNoun } from '../../src/text/count-noun.ts';

it.each([
  [0, '0 words'],
  [1, '1 word'],
  [2, '2 words'],
  [12_043, '12,043 words'],
])('counts %i as %s', (count, words) => {
  expect(countNoun(count, 'word')).toBe(words);
});
