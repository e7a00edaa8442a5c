import { describe, expect, it } from 'vitest';
import { isAskable } from '../../../src/study/cards/is-askable.ts';
import { materialOf } from './shipped-articles.ts';

/** What of the text's first sentence may be blanked out. */
async function askable(text: string): Promise<readonly string[]> {
  const material = await materialOf(text);
  const [unit] = material.units;
  if (!unit) return [];
  return material
    .mentionsIn(unit.sentence)
    .filter((mention) => mention.weight > 0 && isAskable(mention, unit, material))
    .map(({ text: words }) => words);
}

describe('isAskable', () => {
  it.each([
    ['The harbour of the town was dug in 1712 by four hundred convicts.', ['1712', 'four hundred']],
    ['The pier was begun in the late 1920s and ended in the early 1930s by masons.', []],
    ['From the 1940s to the 1970s the harbour of the town was run by two brothers.', []],
    ['The pier was begun in the early 1840s, and the mayor opened it in 1846.', ['1846']],
    ['Along the wall there are between 20 and 23 lamps of iron and glass.', []],
    ['The ferries carried 56, 100 and 155 passengers on the first day of summer.', []],
    ['The boats of the captain were fitted with 40 oars each for the long race.', []],
    ['The treaty was signed in the harbour by Norway, Denmark, and Lurania after long talks.', []],
    ['The harbour of the town took in 15% of all the ships in 1905 and 1906.', ['15']],
    ['The harbour has three new lamps (red, green and white) and 40 old ones of glass.', ['40']],
    ['7 Harbour Street fell in a storm, and 40 people moved to the old town.', ['Harbour Street', '40']],
    ['The ferries of the harbour ran under the names Wren and 7 in the summer.', []],
    ['The harbour was visited in the summer by Norway or Lurania and other guests.', []],
    ['The harbour has walls such as the work of the mason Otto Brandt on the coast.', []],
    ['The harbour was visited by guests including the captain of Norway in the summer.', []],
    ['Quays like the one in Norway were built of granite by masons of the town.', []],
    ['Many guests, among them the mayor Otto Brandt, came to the harbour in the summer.', []],
    ['In the 19th century the harbour of the town was dug by convicts of the county.', []],
    ['The harbour has one hundred and sixty lamps, and a lamp that is called “30 (green)” in summer.', []],
    ['The mason Ada Moor and the captain Otto Brandt have been called the fathers of the harbour.', []],
    ['Squeeze is a harbour without any walls and is always open to ships.', ['Squeeze']],
    ['The masons had built the whole granite wall of the harbour by 1944.', []],
    ['The masons began the whole granite wall of the harbour about 1800.', []],
    ['The masons built the wall of the harbour under the February 1944 Granite Act.', ['Granite Act']],
    ['The two lamps of the harbour were lit in 1904 and 1910, respectively.', []],
    ['A drawing of the coast (also known as a portolan) hangs in every old harbour.', ['portolan']],
    ['A study of the harbour found in 1994 that most ships were painted red.', []],
    ['In Norway, the wife of a captain does not paint the ship of her husband.', []],
    ['At least 7 of 10 masons of the harbour town lost their work in a storm.', []],
    ['The captains of the town fled in winter from the storms to neighbouring Norway.', []],
    ['The harbour town won six of the first nine cups of the coast in summer.', []],
    [
      'The ships of six countries (the old six) lie in the harbour: Norway, Peru, Chile, Ghana, Malta and Spain.',
      [],
    ],
    ['The harbour rowers won in 1996 and the town rowers lost in 2004 for once.', []],
    ['The lamps of the harbour burn at 81 °F (27 °C) in the long summer.', []],
  ])('of “%s” takes %j', async (text, expected) => {
    expect(await askable(text)).toEqual(expected);
  });

  it('does not cut a name in two', async () => {
    const text =
      'The fashion began with the tenor Coleman Hawkins in the harbour. The writer Hawkins met the mayor Hawkins.';
    expect(await askable(text)).not.toContain('Hawkins');
  });
});
