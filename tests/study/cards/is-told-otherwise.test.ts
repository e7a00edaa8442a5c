import { expect, it } from 'vitest';
import { isToldOtherwise } from '../../../src/study/cards/is-told-otherwise.ts';
import { materialOf } from './shipped-articles.ts';

/** Whether the article tells the year of the text's first sentence otherwise. */
async function otherwise(text: string): Promise<boolean> {
  const material = await materialOf(text);
  const [unit] = material.units;
  const answer = unit && material.mentionsIn(unit.sentence).find(({ type }) => type === 'date');
  if (!unit || !answer) throw new Error('There is no date.');
  return isToldOtherwise(answer, unit, material);
}

const BAN = 'In 1809 President Weir outlawed the granite trade with the Republic of Lurania.';

it.each([
  ['the deed by another word', 'Parliament abolished the granite trade of Lurania in 1807.', true],
  ['the same year', 'Parliament abolished the granite trade of Lurania in 1809.', false],
  ['another age', 'Parliament abolished the granite trade of Lurania in 1907.', false],
  ['another thing', 'Parliament abolished the harbour fee of Lurania in 1807.', false],
  ['another country', 'Parliament abolished the granite trade of Norden in 1807.', false],
])('compares with what is told of %s', async (_, other, expected) => {
  expect(await otherwise(`${BAN} ${other}`)).toBe(expected);
});
