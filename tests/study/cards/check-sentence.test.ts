import { beforeAll, describe, expect, it } from 'vitest';
import { leansOnNeighbour, whyUnfit } from '../../../src/study/cards/check-sentence.ts';
import { loadTagger } from '../../../src/study/cards/tag-words.ts';
import type { Tagger } from '../../../src/study/cards/tag-words.ts';

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

describe('whyUnfit', () => {
  it.each([
    ['The harbour of Ellerby was dug in 1712 by four hundred convicts.', undefined],
    ['Shi Yinhong describes the bond between both capitals as a “quasi-alliance”.', undefined],
    ['It was dug in 1712.', 'too short'],
    ['A basin is a dry dock.', 'too short'],
    ['This basin is called a dry dock.', undefined],
    ['In 1989, revolts across the whole harbour against the company of Ellerby.', 'a fragment'],
    [`The harbour ${'of the town by the sea '.repeat(8)}was dug by convicts.`, 'too long'],
    ['The harbour was dug by convicts … and by some masons of the town.', 'a question or an omission'],
    ['dug in 1712 by four hundred convicts of the town of Ellerby.', 'a fragment'],
    ['The harbour of Ellerby and its four hundred convicts of 1712', 'a fragment'],
    ['The harbour of the town and the long quay beside it in winter.', 'a fragment'],
    ['The convicts of Ellerby “dug the harbour in 1712 by hand and spade.', 'cut out of a longer quotation'],
    ['The harbour of Ellerby is shown in the map at https://example.org/map in 1712.', 'notation'],
    ['We dug the harbour of Ellerby in 1712 with four hundred convicts.', 'speaks to the reader'],
    ['The harbour of Ellerby was dug in 1712, as described above by the author.', 'speaks of the page'],
    ['Marta Quill is sometimes seen as an important mason today.', 'says it of nobody in particular'],
    ['Marta Quill is sometimes seen as the most important mason of Ellerby.', undefined],
  ])('of “%s” says %s', (text, reason) => {
    expect(whyUnfit(text, tag(text))).toBe(reason);
  });
});

describe('leansOnNeighbour', () => {
  it.each([
    'He led the Ellerby Harbour Company for twenty years.',
    'However, the harbour was rebuilt in granite in 1740.',
    'The latter was rebuilt in granite by the convicts.',
    'In 1740 they rebuilt it in granite.',
    'In addition, Marta Quill led the company.',
    'Marta Quill has led this company since 1998.',
    'Two years later, the east wall fell in a storm.',
    'Such walls fall in storms, says Marta Quill.',
    'The Ellerby Harbour Company immediately bought a second ferry.',
    'The colony was captured by the convicts in the summer of 1712.',
    'There were 118 uprisings of the convicts in the harbour that year.',
    'The uprising cost the town 400 lamps of iron and glass in summer.',
    'One engine was still known to be at work in the harbour in 1820.',
    'Typical speeds are 3600 turns a minute in the harbour of Ellerby.',
    'Founded as a small school in 1989 it was led by Marta Quill.',
    'Since 1986 the rowers of the two colleges have met in the harbour.',
    'There are over 100 kinds of trees and the avenues are a place to sit.',
    'Initially built of oak, it became a wall of granite.',
    'In May 1740, she rebuilt the harbour of Ellerby in granite.',
    'Both walls were rebuilt by convicts of Ellerby in the summer of 1712.',
  ])('says yes to “%s”', (text) => {
    expect(leansOnNeighbour(text, tag(text))).toBe(true);
  });

  it.each([
    'Marta Quill said that she wanted to dredge the basin.',
    'The company said that it owes the town 90,000 crowns.',
    'Some walls of the harbour fell in the storm of 1740.',
    'In 1740 the east wall fell in a storm and was rebuilt.',
    'Those who dug the harbour were convicts of Ellerby.',
    'The colony of Ellerby was captured by the convicts in 1712.',
    'After Marta Quill left, she dredged the basin of Dunmore.',
  ])('says no to “%s”', (text) => {
    expect(leansOnNeighbour(text, tag(text))).toBe(false);
  });
});
