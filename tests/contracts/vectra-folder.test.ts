import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openVectraStore } from '../../src/adapters/index-store/open-vectra-store.ts';
import type { Manifest } from '../../src/domain/manifest.ts';
import { makeTempFolder, readTree, writeFiles } from '../temp-folder.ts';
import { BIRDS, BOATS, failAfter, makeDraft } from './make-draft.ts';

/** An index of one generation on disk, and the folder of that generation. */
async function makeIndex(): Promise<{ readonly folder: string; readonly generation: string }> {
  const folder = await makeTempFolder();
  const manifest = await openVectraStore(folder).write(makeDraft([BOATS, BIRDS]));
  return { folder, generation: join(folder, manifest.generation) };
}

async function rewriteManifest(generation: string, change: Partial<Manifest>): Promise<void> {
  const path = join(generation, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  await writeFile(path, JSON.stringify({ ...manifest, ...change }));
}

describe('a damaged generation', () => {
  it.each(['vectors.bin', 'tokens.bin', 'articles.json', 'passages.json'])(
    'is refused when %s is missing, naming it and what to run',
    async (file) => {
      const { folder, generation } = await makeIndex();
      await rm(join(generation, file));
      const attempt = openVectraStore(folder).open();
      await expect(attempt).rejects.toMatchObject({ name: 'VerbatimError', code: 'index-damaged' });
      await expect(attempt).rejects.toThrow(file);
      await expect(attempt).rejects.toThrow('npm run index -- --rebuild');
    },
  );

  it.each(['vectors.bin', 'tokens.bin', 'articles.json', 'passages.json'])(
    'is refused when %s is cut off, wherever the cut is',
    async (file) => {
      const { folder, generation } = await makeIndex();
      const whole = await readFile(join(generation, file));
      for (const share of [0.95, 0.5, 0.2, 0]) {
        await writeFile(join(generation, file), whole);
        await truncate(join(generation, file), Math.floor(whole.byteLength * share));
        await expect(openVectraStore(folder).open()).rejects.toMatchObject({ code: 'index-damaged' });
      }
    },
  );

  it.each([
    ['is missing', undefined],
    ['is cut off', '{"schema": 1, "gener'],
    ['is a list', '[]'],
    ['lacks what it has to say', '{"schema": 1}'],
  ])('is refused when its manifest %s', async (_, content) => {
    const { folder, generation } = await makeIndex();
    if (content === undefined) await rm(join(generation, 'manifest.json'));
    else await writeFile(join(generation, 'manifest.json'), content);
    const store = openVectraStore(folder);
    await expect(store.open()).rejects.toMatchObject({ code: 'index-damaged' });
    await expect(store.currentManifest()).rejects.toThrow(/manifest\.json.*npm run index -- --rebuild/);
  });

  it.each([
    ['articles.json', '[{"id": "boats"}]', /articles\.json does not hold what it should \(0\.title: /],
    ['passages.json', '{}', /passages\.json does not hold what it should/],
  ])(
    'is refused when %s is of another shape, with the place that is wrong',
    async (file, content, message) => {
      const { folder, generation } = await makeIndex();
      await writeFile(join(generation, file), content);
      await expect(openVectraStore(folder).open()).rejects.toMatchObject({ code: 'index-damaged' });
      await expect(openVectraStore(folder).open()).rejects.toThrow(message);
    },
  );

  it('is mended by the next generation', async () => {
    const { folder, generation } = await makeIndex();
    await rm(join(generation, 'tokens.bin'));
    const store = openVectraStore(folder);
    await store.write(makeDraft([BOATS]));
    const index = await store.open();
    expect(await index.encodedPassages('boats')).toEqual(BOATS.encoded);
    await index.close();
  });
});

describe('a manifest of another version', () => {
  it.each([
    [99, /a newer version of Verbatim \(schema 99, this one reads \d+\)/],
    [0, /an older version of Verbatim \(schema 0, this one reads \d+\)/],
  ])('with schema %i is refused, with both versions and what to do', async (schema, message) => {
    const { folder, generation } = await makeIndex();
    await rewriteManifest(generation, { schema });
    const before = await readTree(folder);
    const store = openVectraStore(folder);
    for (const attempt of [() => store.open(), () => store.currentManifest()]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'index-passport' });
      await expect(attempt()).rejects.toThrow(message);
      await expect(attempt()).rejects.toThrow(/npm run index/);
    }
    expect(await readTree(folder)).toEqual(before);
  });
});

describe('an index folder that cannot be written', () => {
  it.each([
    ['is a file', 'index'],
    ['lies below a file', 'index/deep/er'],
  ])('because it %s is refused, naming it and what to do', async (_, path) => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { index: 'I am a file.' });
    const attempt = openVectraStore(join(folder, path)).write(makeDraft([BOATS]));
    await expect(attempt).rejects.toMatchObject({ name: 'VerbatimError', code: 'index-not-writable' });
    await expect(attempt).rejects.toThrow(join(folder, path));
    await expect(attempt).rejects.toThrow(/INDEX_DIR or --index/);
    expect(await readFile(join(folder, 'index'), 'utf8')).toBe('I am a file.');
  });
});

describe('the index folder', () => {
  it('keeps the current generation and the one before, and nothing else', async () => {
    const folder = await makeTempFolder();
    const store = openVectraStore(folder);
    const names: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      names.push((await store.write(makeDraft([i % 2 === 0 ? BOATS : BIRDS]))).generation);
      const kept = [...names.slice(-2), 'current'];
      expect((await readdir(folder)).toSorted()).toEqual(kept.toSorted());
      expect(await readFile(join(folder, 'current'), 'utf8')).toBe(names.at(-1));
    }
  });

  it('is made when it is not there', async () => {
    const folder = join(await makeTempFolder(), 'a', 'b');
    const manifest = await openVectraStore(folder).write(makeDraft([BOATS]));
    expect(await openVectraStore(folder).currentManifest()).toEqual(manifest);
  });

  it('is as it was after a generation that failed', async () => {
    const { folder } = await makeIndex();
    const before = await readTree(folder);
    const attempt = openVectraStore(folder).write(makeDraft([BOATS], failAfter(BOATS.encoded)));
    await expect(attempt).rejects.toThrow('The model gave up.');
    expect(await readTree(folder)).toEqual(before);
  });

  it('loses what a killed indexer left, but not the work of one that runs', async () => {
    const { folder } = await makeIndex();
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await mkdir(join(folder, `building-${dead}-abcdef`));
    await mkdir(join(folder, `building-${process.ppid}-abcdef`));
    await openVectraStore(folder).write(makeDraft([BOATS]));
    const names = await readdir(folder);
    expect(names.filter((name) => name.startsWith('building-'))).toEqual([`building-${process.ppid}-abcdef`]);
  });

  it('keeps what is none of its business', async () => {
    const { folder } = await makeIndex();
    await writeFiles(folder, { 'notes.txt': 'mine', '2024/05.txt': 'mine too' });
    for (let i = 0; i < 3; i += 1) await openVectraStore(folder).write(makeDraft([BOATS]));
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
    expect(await readFile(join(folder, '2024/05.txt'), 'utf8')).toBe('mine too');
  });

  it.each(['', 'nonsense', '../../elsewhere', '20240501T100000000Z-abcde'])(
    'has no index when the pointer reads %j',
    async (pointer) => {
      const { folder } = await makeIndex();
      await writeFile(join(folder, 'current'), pointer);
      const store = openVectraStore(folder);
      expect(await store.currentManifest()).toBeUndefined();
      await expect(store.open()).rejects.toMatchObject({ code: 'index-missing' });
    },
  );

  it('can be opened at any moment while generations follow each other', async () => {
    const { folder } = await makeIndex();
    const store = openVectraStore(folder);
    const readers = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 40; i += 1) {
        const index = await store.open();
        expect(await index.tokens(index.passages[0]?.id ?? '')).toMatchObject({ dimensions: 4 });
        await index.close();
      }
    });
    for (let i = 0; i < 15; i += 1) await store.write(makeDraft([i % 2 === 0 ? BOATS : BIRDS]));
    await Promise.all(readers);
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('is published to by one indexer at a time', async () => {
    const { folder } = await makeIndex();
    const store = openVectraStore(folder);
    const before = await store.currentManifest();
    const lock = join(folder, 'publishing.lock');
    // The process that runs the tests stands for another indexer.
    await writeFile(lock, String(process.ppid));
    const writing = store.write(makeDraft([BIRDS]));
    await setTimeout(150);
    expect(await store.currentManifest()).toEqual(before);
    await rm(lock);
    const manifest = await writing;
    expect(await store.currentManifest()).toEqual(manifest);
  });

  it('is not blocked by an indexer that was killed while it published', async () => {
    const { folder } = await makeIndex();
    await writeFile(join(folder, 'publishing.lock'), String(spawnSync(process.execPath, ['-e', '']).pid));
    const store = openVectraStore(folder);
    const manifest = await store.write(makeDraft([BIRDS]));
    expect(await store.currentManifest()).toEqual(manifest);
    expect(await readdir(folder)).not.toContain('publishing.lock');
  });
});
