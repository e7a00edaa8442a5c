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

it('makes less of when a side matter of a long article happened', async () => {
  const told = ['Masons carried', 'Boats brought', 'Carts moved', 'Convicts hewed'];
  const filling = Array.from(
    { length: 64 },
    (_, at) => `${told[at % 4] ?? ''} stones for quay number ${String(at + 10)} of the harbour.`,
  ).join(' ');
  const worthOf = async (text: string): Promise<number> => {
    const material = await materialOf(`${filling}\n\n${text}`);
    const unit = material.units.find(({ sentence }) => sentence.text.includes('1740'));
    const answer = unit && material.mentionsIn(unit.sentence).find(({ type }) => type === 'date');
    if (!unit || !answer) throw new Error('There is no answer.');
    return material.worth(unit, answer).worth;
  };
  const central = await worthOf(
    'The quay that boats, carts and masons of Norden brought stones for was built in 1740.',
  );
  const aside = await worthOf('Trumpets from Sweden were built for some village bands near Norden in 1740.');
  expect(central - aside).toBeGreaterThan(0.45);
});
