import { expect, it } from 'vitest';
import { materialOf } from './shipped-articles.ts';

async function clarity(text: string): Promise<number> {
  const material = await materialOf(text);
  const [unit] = material.units;
  const answer = unit && material.mentionsIn(unit.sentence)[0];
  if (!unit || !answer) throw new Error('There is no answer.');
  return material.worth(unit, answer).clear;
}

it('takes what says whose it is for clear, and what rests on the sentences before for less', async () => {
  const own = await clarity('The bishop of Norden had the granite wall built by masons in 1740.');
  expect(own).toBe(1);
  expect(await clarity('The bishop had the whole granite wall built by masons in 1740.')).toBeLessThan(own);
});
