import { describe, expect, it } from 'vitest';
import { measureFidelity } from '../../../src/corpus/import/measure-fidelity.ts';
import type { Fidelity } from '../../../src/domain/importing.ts';

const SENTENCES = [
  'The harbour wall of Skarra was built before the steam ferries came.',
  'Masons from three villages cut granite by hand.',
  'Later years saw concrete take its place, which explains why one end looks new.',
  'Nobody drew plans; each winter decided what held.',
];
const SOURCE = SENTENCES.join('\n');
const check = (article: string, removed: readonly string[] = []): Fidelity =>
  measureFidelity({ source: SOURCE, article, removed });

/** Twenty ways to lose or bend words. */
const FAULTS: readonly (readonly [string, (text: string) => string])[] = [
  ...SENTENCES.map((line, i): readonly [string, (text: string) => string] => [
    `line ${i + 1} lost`,
    (t) => t.replace(line, ''),
  ]),
  ...['wall', 'granite', 'concrete', 'plans', 'held'].map(
    (word): readonly [string, (text: string) => string] => [
      `the word ${word} lost`,
      (t) => t.replace(word, ''),
    ],
  ),
  ...['harbour wall', 'steam ferries', 'cut granite', 'years saw', 'looks new'].map(
    (pair): readonly [string, (text: string) => string] => [
      `${pair} glued`,
      (t) => t.replace(pair, pair.replace(' ', '')),
    ],
  ),
  ['a word split', (t) => t.replace('harbour', 'har bour')],
  ['another word split', (t) => t.replace('concrete', 'con crete')],
  ['two lines glued', (t) => t.replace('came.\nMasons', 'cameMasons')],
  ['two lines swapped', () => [SENTENCES[1], SENTENCES[0], SENTENCES[2], SENTENCES[3]].join('\n')],
  ['columns swapped', () => [SENTENCES[2], SENTENCES[3], SENTENCES[0], SENTENCES[1]].join('\n')],
  ['a word replaced', (t) => t.replace('winter', 'summer')],
];

describe('the fidelity of an import', () => {
  it('finds nothing where every word is kept, or removed under a name', () => {
    expect(check(SOURCE)).toMatchObject({ words: 42, lost: 0, glued: 0, split: 0, moved: 0 });
    expect(check(SENTENCES.slice(1).join(' '), [SENTENCES[0] ?? '']).summary).toMatch(/every one kept/);
  });

  it.each(FAULTS)('finds %s', (_, spoil) => {
    const spoilt = spoil(SOURCE);
    expect(spoilt).not.toBe(SOURCE);
    const { lost, glued, split, moved } = check(spoilt);
    expect(lost + glued + split + moved).toBeGreaterThan(0);
  });

  it('says which words, and when a person should look', () => {
    const glued = check(SOURCE.replace('harbour wall', 'harbourwall'));
    expect(glued).toMatchObject({ glued: 1, lost: 0, examples: ['glued: harbourwall'] });
    expect(glued.suspect).toBe(false);
    expect(check(SENTENCES[0] ?? '').suspect).toBe(true);
  });
});
