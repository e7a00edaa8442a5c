import { describe, expect, it } from 'vitest';
import { followsFromName, isCommonKnowledge } from '../../../src/study/cards/is-known.ts';
import { materialOf } from './shipped-articles.ts';

/** What of the names in the text's first sentence somebody knows who did not read, by the given rule. */
async function known(rule: typeof followsFromName, text: string): Promise<readonly string[]> {
  const material = await materialOf(text);
  const [unit] = material.units;
  if (!unit) return [];
  return material
    .mentionsIn(unit.sentence)
    .filter((mention) => rule(mention, unit, material))
    .map(({ text: words }) => words);
}

describe('followsFromName', () => {
  it('says so of a country that another sentence has beside the same name', async () => {
    const text =
      'Nikita Moor committed Poland to a peace with the other powers of the coast. Nikita Moor rose to power in Poland after a long winter.';
    expect(await known(followsFromName, text)).toContain('Poland');
  });

  it('says no of a country that stands beside it here alone', async () => {
    const text =
      'Nikita Moor committed Poland to a peace with the other powers of the coast. Nikita Moor wrote letters after a long winter.';
    expect(await known(followsFromName, text)).toEqual([]);
  });
});

describe('isCommonKnowledge', () => {
  const often =
    'Ada Moor built a mill. Ada Moor built a wall. Ada Moor built a quay. Otto Brandt built a lamp. Otto Brandt built a hut. Otto Brandt built a barn. Otto Brandt built a mast.';

  it('says so of the names that the article is about, beside another that is often in it', async () => {
    const text = `Ada Moor gave Norway a long and lasting peace after the winter. ${often} Norway built a ship. Norway built a dam.`;
    expect(await known(isCommonKnowledge, text)).toEqual(['Ada Moor']);
  });

  it('says so of a pair that is taught at every school', async () => {
    expect(
      await known(
        isCommonKnowledge,
        'The physicist Albert Einstein worked long on general relativity at sea.',
      ),
    ).toEqual(['Albert Einstein']);
  });

  it('says no where no such name is beside it', async () => {
    expect(
      await known(isCommonKnowledge, `Ada Moor gave the town a long peace after winter. ${often}`),
    ).toEqual([]);
  });
});
