import { expect, it } from 'vitest';
import { isLikePerson } from '../../../src/study/cards/is-like-person.ts';
import { materialOf } from './shipped-articles.ts';

/** Who could be taken for the answer in the text's first sentence. */
async function alike(answer: string, text: string): Promise<readonly string[]> {
  const material = await materialOf(text);
  const [unit] = material.units;
  const own = material.mentions.find(({ text: words }) => words === answer);
  if (!unit || !own) throw new Error(`“${answer}” is not there.`);
  const others = material.mentions.filter(({ type, key }) => type === 'person' && key !== own.key);
  return [
    ...new Set(
      others.filter((other) => isLikePerson(other, own, unit, material)).map(({ text: words }) => words),
    ),
  ];
}

it('is of the same age', async () => {
  const text =
    'Jonas Weir was elected captain of the harbour in 2008 by the masons. Ada Moor was elected captain in 1860. Ida Holm was elected captain in 1996.';
  expect(await alike('Jonas Weir', text)).toEqual(['Ida Holm']);
});

it('has the calling that the sentence names', async () => {
  const text =
    'The wall was much praised by the historian Jonas Weir in a long book. The king Otto Brandt said little. The historian Ida Holm said little.';
  expect(await alike('Jonas Weir', text)).toEqual(['Ida Holm']);
});

it('writes about the matter where the answer does', async () => {
  const text =
    'Jonas Weir argues that the wall fell since nobody had paid for it. Otto Brandt built the wall. Ida Holm writes that it never fell.';
  expect(await alike('Jonas Weir', text)).toEqual(['Ida Holm']);
});

it('has written about the matter where the answer has concluded', async () => {
  const text =
    'Jonas Weir has concluded that the wall fell since nobody paid for it. Otto Brandt built the wall. Ida Holm writes that it never fell.';
  expect(await alike('Jonas Weir', text)).toEqual(['Ida Holm']);
});
