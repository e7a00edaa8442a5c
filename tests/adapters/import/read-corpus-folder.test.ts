import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isArticleName,
  isCardFileName,
  readCorpusFolder,
} from '../../../src/adapters/import/read-corpus-folder.ts';
import { makeTempFolder, writeFiles } from '../../temp-folder.ts';

describe('isArticleName', () => {
  it.each(['boat.md', 'BOAT.TXT', 'a b.txt', 'старый.md'])('takes %s', (name) => {
    expect(isArticleName(name)).toBe(true);
  });

  it.each([
    'README.md',
    'readme.txt',
    'ReadMe-first.md',
    '.hidden.md',
    '_draft.md',
    'boat.cards.md',
    'boat.pdf',
    'md',
  ])('leaves %s out', (name) => {
    expect(isArticleName(name)).toBe(false);
  });
});

describe('readCorpusFolder', () => {
  it('reads the card files alone where these are asked for', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'boat.md': 'B', 'boat.cards.md': 'C', 'sea/Tide.CARDS.md': 'T' });
    const files = await readCorpusFolder(folder, isCardFileName);
    expect(files.map(({ path }) => path)).toEqual(['boat.cards.md', 'sea/Tide.CARDS.md']);
  });

  it('reads the articles of the folder and its sub-folders, ordered by path', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'zebra.txt': 'Z',
      'b/deep/er/one.md': 'One ü',
      'b/README.md': 'not me',
      'a.md': 'A',
      '.git/x.md': 'not me',
      '_drafts/x.md': 'not me',
      'node_modules/x/x.md': 'not me',
      'picture.png': 'not me',
    });
    const files = await readCorpusFolder(folder);
    expect(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ['a.md', 'A'],
      ['b/deep/er/one.md', 'One ü'],
      ['zebra.txt', 'Z'],
    ]);
  });

  it('follows links, but not in a circle, and passes over those that lead nowhere', async () => {
    const folder = await makeTempFolder();
    const elsewhere = await makeTempFolder();
    await writeFiles(elsewhere, { 'far.md': 'Far' });
    await writeFiles(folder, { 'sub/near.md': 'Near' });
    await symlink(elsewhere, join(folder, 'linked'));
    await symlink(folder, join(folder, 'sub', 'up'));
    await symlink(join(folder, 'gone.md'), join(folder, 'dead.md'));
    const files = await readCorpusFolder(folder);
    expect(files.map(({ path }) => path)).toEqual(['linked/far.md', 'sub/near.md']);
  });

  it.each(['missing', 'file.txt'])('refuses a folder that is %s, naming it and what to do', async (name) => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'file.txt': 'I am a file.' });
    const attempt = readCorpusFolder(join(folder, name));
    await expect(attempt).rejects.toMatchObject({ code: 'corpus-missing' });
    await expect(attempt).rejects.toThrow(join(folder, name));
    await expect(attempt).rejects.toThrow(/CORPUS_DIR or --corpus/);
  });
});
