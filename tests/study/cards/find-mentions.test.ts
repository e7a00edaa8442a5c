import { describe, expect, it } from 'vitest';
import { materialOf } from './shipped-articles.ts';

/** Each mention of names and terms as `family text`, once. */
async function mentioned(text: string): Promise<readonly string[]> {
  const { mentions } = await materialOf(text);
  const names = mentions.filter(({ type }) => type !== 'number' && type !== 'date');
  return [...new Set(names.map(({ family, text: words }) => `${family} ${words}`))];
}

describe('findMentions', () => {
  it('tells people, places and bodies apart', async () => {
    const found = await mentioned(
      'President Marta Quill met Otto Brandt in Moscow and told him about the University of Ellerby. ' +
        'The Vistula River flows through Poland, and the Battle of Warsaw was fought beside the Royal Castle.',
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'person Marta Quill',
        'person Otto Brandt',
        'place:city Moscow',
        'organisation:learning University of Ellerby',
        'place:River Vistula River',
        'place:country Poland',
        'event:Battle Battle of Warsaw',
        'place:palace Royal Castle',
      ]),
    );
  });

  it('takes no word that merely begins a sentence, no people and no month for a name', async () => {
    const found = await mentioned(
      'Rumours were widespread in May among the Polish sailors of the town. Pressure from the French sailors failed in June.',
    );
    expect(found.filter((name) => !/^(?:noun|coinage)/u.test(name))).toEqual([]);
  });

  it('takes no model, town or body of one word for a person or an organisation', async () => {
    const found = await mentioned(
      'The players of the band liked the old Mark VI more than a new one. A line of cables was laid in Ann Arbor by the town. ' +
        'Most of the traffic of the network ran over SABM in winter, and the Venetian Marco Polo wrote about none of it.',
    );
    expect(found.filter((name) => /^(?:person|organisation)/u.test(name))).toEqual([]);
  });

  it('knows a short name for the long one', async () => {
    const { mentions } = await materialOf(
      'The physicist Ada Moor was born in Berlin in 1850. In later years Moor said that she had never seen Paris.',
    );
    const keys = mentions.filter(({ text }) => /Moor$/u.test(text)).map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('finds what a sentence defines, and words that somebody chose', async () => {
    const found = await mentioned(
      'Inflammation is one of the first responses of the body to infection. ' +
        'A drawing of the coast for sailors is called a portolan, and Brandt described the harbour as a “sleeping giant”.',
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'noun:singular Inflammation',
        'noun:singular portolan',
        'coinage sleeping giant',
      ]),
    );
  });

  it('takes quarters of the sky for no places, and South Africa for a country', async () => {
    const found = await mentioned(
      'The ships of South Africa sailed to South America and to the East. In the West and in the North nobody met Maxwell Equations or the Peter Principle.',
    );
    expect(found).toEqual(
      expect.arrayContaining(['place:country South Africa', 'place:continent South America']),
    );
    expect(found.join('\n')).not.toMatch(/(?:East|West|North)$|Equations|Principle/mu);
  });
});
