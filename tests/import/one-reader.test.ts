import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { articleFrom } from '../corpus/parse-text.ts';
import { importAs } from './fixtures/import-tools.ts';
import { FERRY } from './fixtures/texts.ts';

const wrap = (text: string): string => text.replace(/(.{1,72})(?:\s+|$)/g, '$1\n').trim();
const fixture = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

const SOURCES: readonly (readonly [name: string, read: () => Promise<string>])[] = [
  ['mill.md', () => fixture('fixtures/mill.md')],
  ['lighthouse.txt', () => fixture('fixtures/lighthouse.txt')],
  ['digest.md', () => fixture('../../corpus/demo/north-korea-russia-digest.md')],
  ['wrapped.txt', () => Promise.resolve(FERRY.map(wrap).join('\n\n'))],
  ['lines.txt', () => Promise.resolve(FERRY.join('\n'))],
  ['broken.txt', () => Promise.resolve('One line\ngoes on.\n\nSoft\u00adhyphens and \u0007 bells.')],
  ['struck.md', () => Promise.resolve('Takes ~20 kB to ~3 kB, ~~not 5~~ and 2*a + 3*b; vector<int>[1].')],
  ['dashes.txt', () => Promise.resolve(`---\n[a, b\n---\n${FERRY[0]}`)],
];

describe('a text put into the corpus folder', () => {
  it.each(SOURCES)('reads as what `add --keep-all` makes of it: %s', async (name, read) => {
    const content = await read();
    const added = await importAs(name, content, { keepAll: true });
    const placed = articleFrom(name, content);
    expect(added.article.text).toBe(placed.text);
    expect(added.article.blocks).toEqual(placed.blocks);
  });

  it('is unwrapped, whichever way it comes in', () => {
    expect(articleFrom('a.txt', FERRY.map(wrap).join('\n\n')).text).toBe(FERRY.join('\n\n'));
  });
});
