import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVectraStore } from '../../../src/adapters/index-store/open-vectra-store.ts';
import { makeTempFolder } from '../../temp-folder.ts';

describe('what is left after an article was taken down', () => {
  it('is the current generation and nothing of the one before', async () => {
    const folder = await makeTempFolder();
    const [before, current] = ['20250101T000000000Z-aaaaaa', '20250102T000000000Z-bbbbbb'];
    for (const name of [before, current]) await mkdir(join(folder, name));
    await writeFile(join(folder, before, 'articles.json'), 'The text that has to go.');
    await writeFile(join(folder, 'current'), current);
    await openVectraStore(folder).dropOlder();
    expect((await readdir(folder)).sort()).toEqual([current, 'current'].sort());
  });
});
