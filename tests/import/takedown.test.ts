import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { filesWith } from '../files-with.ts';
import { makeTempFolder, readTree, writeFiles } from '../temp-folder.ts';
import { FERRY } from './fixtures/texts.ts';

const SECRET = 'The zeppelin Quillfeather carries nineteen marmots to Vellamo.';
const WORDS = ['quillfeather', 'marmot', 'vellamo'];

/** Bytes of the vectors, which no search for words would find anything in. */
async function vectorBytes(folder: string): Promise<readonly string[]> {
  const tree = await readTree(join(folder, 'data/index'));
  return Object.keys(tree)
    .filter((path) => /^(?:tokens|vectors)\./.test(basename(path)))
    .sort((a, b) => basename(a).localeCompare(basename(b)))
    .map((path) => tree[path] ?? '');
}

async function makeFolder(): Promise<string> {
  const folder = await makeTempFolder();
  await writeFiles(folder, {
    'airships.txt': `${SECRET}\n`,
    'ferry.txt': FERRY[0],
    'inbox/late.txt': FERRY[1],
  });
  await runCli('add', ['airships.txt', '--yes', '--title', 'Airships'], { folder });
  // A second generation, so that the article is in two.
  await runCli('add', ['ferry.txt', '--yes'], { folder });
  return folder;
}

describe('an article that is taken down', () => {
  it('by npm run remove leaves no word and no vector in any file of the corpus and the data', async () => {
    const folder = await makeFolder();
    await runCli('ask', ['How many animals does the zeppelin carry?'], { folder });
    const places = [join(folder, 'corpus'), join(folder, 'data')];
    for (const place of places) expect(await filesWith(place, [...WORDS, 'airships'])).not.toEqual([]);
    expect((await runCli('remove', ['airships', '--yes'], { folder })).code).toBe(0);
    for (const place of places) expect(await filesWith(place, [...WORDS, 'airships'])).toEqual([]);
    const never = await makeTempFolder();
    await writeFiles(never, { 'ferry.txt': FERRY[0] });
    await runCli('add', ['ferry.txt', '--yes'], { folder: never });
    expect(await vectorBytes(folder)).toEqual(await vectorBytes(never));
  });

  it('by hand leaves nothing once the index is brought up to date, by whatever command', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'corpus/local/airships.md': FERRY[2] });
    await runCli('ask', ['When does the ferry leave?'], { folder });
    expect(await filesWith(join(folder, 'data'), WORDS)).toEqual([]);
  });
});
