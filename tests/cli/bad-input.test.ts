import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openVectraStore } from '../../src/adapters/index-store/open-vectra-store.ts';
import { makeSharedFolder, makeTempFolder, readTree, writeFiles } from '../temp-folder.ts';
import { ORCHARD } from './harbour.ts';
import { runCli } from './run-cli.ts';
import type { CliResult } from './run-cli.ts';

/** One message for a person: no stack trace, nothing on standard output, the exit code of a failure. */
function expectOneMessage({ code, stdout, stderr }: CliResult, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain('    at ');
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
}

let folder: string;
let indexFolder: string;
beforeAll(async () => {
  folder = await makeSharedFolder();
  indexFolder = join(folder, 'data', 'index');
  await writeFiles(folder, { 'corpus/dunmore.txt': ORCHARD });
  expect(await runCli('index', [], { folder })).toMatchObject({ code: 0 });
  return () => rm(folder, { recursive: true });
});

describe('a corpus that cannot be indexed', () => {
  it.each<[string, Readonly<Record<string, string | Uint8Array>>, RegExp]>([
    [
      'a corpus folder that is not there',
      {},
      /The corpus folder .*bad does not exist .*CORPUS_DIR or --corpus/,
    ],
    [
      'a corpus folder without an article',
      { 'bad/README.md': 'Read me.' },
      /bad holds no article\. Put a \.md/,
    ],
    [
      'a file that is not UTF-8',
      { 'bad/latin.txt': Uint8Array.from([0x63, 0x61, 0x66, 0xe9]) },
      /^latin\.txt is not UTF-8 text\. Save it as UTF-8/,
    ],
    ['an empty article', { 'bad/empty.md': '# Only a heading\n' }, /^empty\.md holds no paragraph to quote/],
    [
      'front matter that does not parse',
      { 'bad/sub/torn.md': '---\ntitle: Torn\nauthor: "Ivo\n---\nText.' },
      /front matter of sub\/torn\.md cannot be read \(line [345]\)/,
    ],
    [
      'two articles with one id',
      { 'bad/a/boat.md': 'One.', 'bad/b/boat.txt': 'Two.' },
      /^a\/boat\.md and b\/boat\.txt have the same article id, "boat"/,
    ],
    [
      'a file over 20 MB',
      { 'bad/big.txt': new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61) },
      /^big\.txt has 20\.0 MB; at most 20\.0 MB are read/,
    ],
  ])('because of %s is refused in one message, and nothing is lost', async (_, files, message) => {
    const before = await readTree(indexFolder);
    const bad = await makeTempFolder();
    await writeFiles(bad, files);
    const args = ['--corpus', join(bad, 'bad'), '--index', indexFolder];
    expectOneMessage(await runCli('index', args, { folder }), message);
    expect(await readTree(indexFolder)).toEqual(before);
  });
});

describe('an index that does not fit', () => {
  /** A copy of the folder, to be spoilt. */
  async function copyIndexed(): Promise<{ readonly copy: string; readonly generation: string }> {
    const copy = await makeTempFolder();
    await cp(folder, copy, { recursive: true });
    const generation = await readFile(join(indexFolder, 'current'), 'utf8');
    return { copy, generation: join(copy, 'data', 'index', generation) };
  }

  async function changeManifest(generation: string, change: (manifest: Manifest) => unknown): Promise<void> {
    const path = join(generation, 'manifest.json');
    const manifest = manifestFile.parse(JSON.parse(await readFile(path, 'utf8')));
    await writeFile(path, JSON.stringify(change(manifest)));
  }

  it('is refused when another model built it, and replaced by the command that the message names', async () => {
    const { copy, generation } = await copyIndexed();
    await changeManifest(generation, ({ model, ...rest }) => ({
      ...rest,
      model: { ...model, id: 'other/model' },
    }));
    const before = await readTree(join(copy, 'data'));
    expectOneMessage(
      await runCli('ask', ['Who planted the oldest pear tree?'], { folder: copy }),
      /built with the model other\/model .*but MODEL is Xenova\/all-MiniLM-L6-v2 .*Run `npm run index`/,
    );
    expect(await readTree(join(copy, 'data'))).toEqual(before);
    const again = await runCli('index', [], { folder: copy });
    expect(again.stdout).toContain('1 article with 1 passage embedded');
  });

  it('is refused when a newer version wrote it, by the indexer too', async () => {
    const { copy, generation } = await copyIndexed();
    await changeManifest(generation, (manifest) => ({ ...manifest, schema: 1000 }));
    const before = await readTree(join(copy, 'data'));
    const message = /written by a newer version of Verbatim \(schema 1000, this one reads \d+\)/;
    expectOneMessage(await runCli('ask', ['Who?'], { folder: copy }), message);
    expectOneMessage(await runCli('index', [], { folder: copy }), message);
    expect(await readTree(join(copy, 'data'))).toEqual(before);
  });

  it('is refused when it is truncated, and rebuilt by the command that the message names', async () => {
    const { copy, generation } = await copyIndexed();
    await truncate(join(generation, 'vectors.bin'), 1000);
    const before = await readTree(join(copy, 'data'));
    expectOneMessage(
      await runCli('ask', ['Who planted the oldest pear tree?'], { folder: copy }),
      /vectors\.bin does not hold what the manifest says\. Run `npm run index -- --rebuild`/,
    );
    expect(await readTree(join(copy, 'data'))).toEqual(before);
    expect(await runCli('index', ['--rebuild'], { folder: copy })).toMatchObject({ code: 0 });
    const index = await openVectraStore(join(copy, 'data', 'index')).open();
    expect(index.articles.map(({ id }) => id)).toEqual(['dunmore']);
    await index.close();
  });

  it('cannot be written where a file stands in its place', async () => {
    const copy = await makeTempFolder();
    await writeFiles(copy, { 'corpus/dunmore.txt': ORCHARD, 'data/index': 'I am a file.' });
    expectOneMessage(
      await runCli('index', [], { folder: copy }),
      /The index cannot be written to .*data\/index .*INDEX_DIR or --index/,
    );
    expect(await readFile(join(copy, 'data', 'index'), 'utf8')).toBe('I am a file.');
  });
});

const manifestFile = z.looseObject({ schema: z.int(), model: z.looseObject({ id: z.string() }) });
type Manifest = z.infer<typeof manifestFile>;
