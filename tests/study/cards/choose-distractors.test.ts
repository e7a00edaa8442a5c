import { describe, expect, it } from 'vitest';
import { proposeAltered } from '../../../src/study/cards/propose-altered.ts';
import { proposeCloze } from '../../../src/study/cards/propose-cloze.ts';
import { materialOf } from './shipped-articles.ts';

/** What may be chosen beside the answer, sorted; undefined where there is no such card. */
async function choicesOf(answer: string, text: string): Promise<readonly string[] | undefined> {
  const card = proposeCloze(await materialOf(text)).find(({ card: { answer: own } }) => own.text === answer);
  return card?.card.distractors.map(({ text: words }) => words).sort();
}

/** What the answer is swapped for; undefined where there is no such card. */
async function swapOf(answer: string, text: string): Promise<string | undefined> {
  const card = proposeAltered(await materialOf(text)).find(({ answer: own }) => own.text === answer);
  return card?.card.swap?.text;
}

/** Years of things that have nothing to do with each other, each in a sentence of its own. */
function happenedIn(...years: readonly number[]): string {
  const things = ['ferry', 'lamp', 'crane', 'school', 'library', 'mill'];
  return years
    .map((year, at) => `The ${things[at] ?? ''} of the captain was painted by four masons in ${year}.`)
    .join(' ');
}

describe('choices for a date', () => {
  it('lie on the side of another date of the sentence on which the answer lies, and as near to it', async () => {
    const dug = 'The harbour basin was dug by convicts in 1943 and by 1944 a storm broke its eastern wall.';
    expect(await choicesOf('1943', `${dug} ${happenedIn(1941, 1940, 1948, 1949, 1871)}`)).toEqual([
      '1940',
      '1941',
    ]);
  });

  it('are none at all where fewer than two are as near', async () => {
    const dug = 'The harbour basin was dug by convicts in 1976 and closed after a storm in 1977.';
    expect((await choicesOf('1976', `${dug} ${happenedIn(1968, 1969, 1985)}`)) ?? []).toEqual([]);
  });

  it('are none where the article speaks of both in one breath', async () => {
    const text = `Painters of the harbour coast wrote on slates in the 1950s with white chalk. Poets lived there in the 1950s and 1960s. The ferry of the captain was painted in the 1940s. The crane of the mill was built in the 1930s. The school of the town was opened in the 1970s.`;
    expect(await choicesOf('1950s', text)).toEqual(['1930s', '1940s', '1970s']);
  });

  it('are decades of the same age', async () => {
    const text = `Painters of the harbour coast wrote on slates in the 1950s with white chalk. The ferry of the captain was painted in the 1940s. The crane of the mill was built in the 1900s. The school of the town was opened in the 1970s. The library of the quay was closed in the 1920s.`;
    expect(await choicesOf('1950s', text)).toEqual(['1940s', '1970s']);
  });

  it('are of the century that the sentence names', async () => {
    const founded =
      'The 17th century saw the harbour guild of Ellerby grow rich, and it founded its own school in 1609 with money of the tolls.';
    expect(await choicesOf('1609', `${founded} ${happenedIn(1597, 1598, 1599, 1625, 1640)}`)).toEqual([
      '1625',
      '1640',
    ]);
  });

  it('are of the time that the paragraphs around tell of, or near', async () => {
    const text = `The harbour basin was dug by convicts in 1943 without pay. ${happenedIn(1941, 1945)}`;
    const later = Array.from({ length: 4 }, () => 'The wall is old and long.').join('\n\n');
    expect(await choicesOf('1943', `${text}\n\n${later}\n\n${happenedIn(1953, 1954)}`)).toEqual([
      '1941',
      '1945',
    ]);
  });

  it('are not before the year in a name, and of an event of every fourth year, of such a year', async () => {
    const named = 'The harbour company of Ellerby sold the first Wren 95 in 1997 for little money.';
    expect(await choicesOf('1997', `${named} ${happenedIn(1993, 1994, 1999, 2000)}`)).toEqual([
      '1999',
      '2000',
    ]);
    const voted = 'Marta Quill of the harbour lost the presidential election in 1996 by a lamp.';
    expect(await choicesOf('1996', `${voted} ${happenedIn(1992, 1994, 1998, 2000)}`)).toEqual([
      '1992',
      '2000',
    ]);
  });

  it('are no decades that are all earlier', async () => {
    const text = `Painters of the harbour coast wrote on slates in the 1950s with white chalk. The ferry of the captain was painted in the 1940s. The crane of the mill was built in the 1930s.`;
    expect(await choicesOf('1950s', text)).toEqual([]);
  });

  it('are never a single one', async () => {
    expect(
      await choicesOf('1712', `The harbour of Ellerby was dug in 1712 by convicts. ${happenedIn(1740)}`),
    ).toEqual([]);
  });
});

describe('a swapped date or number', () => {
  const others = happenedIn(1936, 1949);

  it.each([
    ['by', undefined],
    ['before', undefined],
    ['since', '1936'],
    ['after', undefined],
    ['until', '1949'],
    ['around', undefined],
  ])('does not stay true after “%s”', async (word, swap) => {
    const text = `The masons of the harbour town had built the granite wall ${word} 1944 without pay.`;
    expect(await swapOf('1944', `${text} ${others}`)).toBe(swap);
  });

  it.each([
    ['more than', '900'],
    ['fewer than', '200'],
  ])('does not stay true after “%s”', async (words, swap) => {
    const text = `In the harbour town ${words} 400 convicts dug the granite basin. The school of the captain has 200 lamps. The mill of the widow holds 900 sacks.`;
    expect(await swapOf('400', text)).toBe(swap);
  });
});

it('swaps no month for one of another age', async () => {
  const text = 'The mayor of the harbour town lifted the ban on lamps in January 2013 without a word.';
  const old = 'The ferry of the captain was painted in June 1967.';
  expect(await swapOf('January 2013', `${text} ${old}`)).toBeUndefined();
  expect(await swapOf('January 2013', `${text} ${old.replace('1967', '2011')}`)).toBe('June 2011');
});

describe('choices for a term', () => {
  const asked = 'Masons fill the cracks of a wall by a process called slushing, which takes a day.';

  it('are others that the article names or explains', async () => {
    const others =
      'Sand that is washed out by rain is known as grouting. A wall that leans is cured by a method called pinning. Old stones are cut by a craft called dressing.';
    expect(await choicesOf('slushing', `${asked} ${others}`)).toEqual(['dressing', 'grouting', 'pinning']);
  });

  it('are none where it can be typed alone: its meaning stands there', async () => {
    expect(await choicesOf('slushing', asked)).toEqual([]);
  });
});

describe('choices for a name', () => {
  const near =
    'Marta Quill said little. Otto Brandt said little. Ida Holm said little. Ada Moor said little.';
  const asked = 'The ferry across the harbour was bought and painted by Jonas Weir without any loan.';

  it('are three that stand nearby', async () => {
    expect(await choicesOf('Jonas Weir', `${asked} ${near}`)).toHaveLength(3);
  });

  it('are none of another part of the article', async () => {
    const between = Array.from({ length: 3 }, () => 'The wall is old and long. '.repeat(9)).join('\n\n');
    expect(await choicesOf('Jonas Weir', `${asked}\n\n${between}\n\n${near}`)).toBeUndefined();
  });

  it('stand beside a name that stands beside the answer, where there is one', async () => {
    const led = 'Jonas Weir led Norway through a long and hard war without an army.';
    const others = (country: string) =>
      ['Ida Holm', 'Otto Brandt', 'Ada Moor'].map((name) => `${name} wrote to ${country} at last.`).join(' ');
    expect(await choicesOf('Jonas Weir', `${led} ${others('Norway')}`)).toHaveLength(3);
    expect(await choicesOf('Jonas Weir', `${led} ${others('Chile')}`)).toBeUndefined();
  });

  it('are no theorems, no quarters of the sky and no other spelling of the answer', async () => {
    const text = `${asked} Maxwell Equations said little. Jonas Wier wrote much. Josef Quill met Joseph Quill. Otto Brandt said little. Ida Holm said little.`;
    expect((await choicesOf('Jonas Weir', text)) ?? []).not.toContain('Maxwell Equations');
    const { mentions } = await materialOf(text);
    expect(
      new Set(mentions.filter(({ text: words }) => /Quill/u.test(words)).map(({ key }) => key)).size,
    ).toBe(1);
  });
});
