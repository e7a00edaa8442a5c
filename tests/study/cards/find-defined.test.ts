import { describe, expect, it } from 'vitest';
import { findDefined } from '../../../src/study/cards/find-defined.ts';
import { materialOf } from './shipped-articles.ts';

/** What the text's first sentence names or explains, as `how term`, with its kind in brackets. */
async function defined(text: string): Promise<readonly string[]> {
  const { text: study } = await materialOf(text);
  const [sentence] = study.sentences;
  if (!sentence) return [];
  return findDefined(sentence).map(
    ({ how, kind, start, end }) =>
      `${how} ${study.article.text.slice(start, end)}${kind === undefined ? '' : ` (${kind})`}`,
  );
}

describe('findDefined', () => {
  it.each([
    ['Drops of water that hang in the air are known as hydrometeors.', ['named hydrometeors']],
    ['A bar that is bent makes a crackling sound known as the harbour cry.', ['named harbour cry']],
    ['Masons fill the cracks by a process called slushing, which takes a day.', ['named slushing']],
    ['In 1662 the colony adopted the principle of legitimate expectation.', ['named legitimate expectation']],
    ['The term "initialism" came into general use after the war.', ['named initialism']],
    ['A drawing of the coast (also known as a portolan) hangs in the harbour.', ['named portolan']],
    ['Wren was the first public ferry in the harbour of Ellerby.', ['explained Wren (ferry)']],
    [
      'A velocipede is a machine with two wheels that is moved by the feet.',
      ['explained velocipede (machine)'],
    ],
    ['Pewter, which is an alloy of tin, was used for lamps.', ['explained Pewter (alloy)']],
  ])('in “%s” finds %j', async (text, found) => {
    expect(await defined(text)).toEqual(found);
  });

  it.each([
    'Marta Quill called the situation in the harbour very grave.',
    'The convicts called for a new wall and were called upon to dig.',
    'The poet of the harbour has also been called structuralist by some.',
    'The word "weak" is of no great age in the speech of the harbour.',
    'By 1820 the harbour was known as a dangerous place for captains.',
    'It is the largest of all the harbours on the coast of the county.',
    'The park is a place that the people of the town go to in summer.',
    'The landing became known as the Raid at Ellerby in later books.',
  ])('finds nothing in “%s”', async (text) => {
    expect(await defined(text)).toEqual([]);
  });
});
