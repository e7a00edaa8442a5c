import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockProcess } from '../../src/adapters/lock-process.ts';
import { makeTempFolder, readTree, writeFiles } from '../temp-folder.ts';
import { HARBOUR, ORCHARD } from './harbour.ts';
import { beginCli, runCli, spawnCli } from './run-cli.ts';

const DEMO = '---\ndemo: true\n---\n\nThe demo speaks of lighthouses.\n';

describe('npm run index', () => {
  it('builds, then has nothing to do, then embeds only what has changed', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/ellerby.md': HARBOUR, 'corpus/dunmore.txt': ORCHARD });

    const first = await runCli('index', [], { folder });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /\nIndexed 2 articles, 3 passages in \d+\.\d s \(2 articles with 3 passages embedded, .*\)\. Generation \S+\.\n$/,
    );
    const built = await readTree(join(folder, 'data'));

    const second = await runCli('index', [], { folder });
    expect(second).toEqual({
      code: 0,
      stderr: '',
      stdout: 'Nothing has changed: 2 articles, 3 passages. The index is up to date.\n',
    });
    expect(await readTree(join(folder, 'data'))).toEqual(built);

    await writeFiles(folder, { 'corpus/pear.txt': 'The pears are picked in October.\n' });
    const third = await runCli('index', [], { folder });
    expect(third.stdout).toContain('(1 article with 1 passage embedded, the others kept their vectors)');
    // The generation before is kept as it was; only the pointer has another content.
    const { [join(folder, 'data', 'index', 'current')]: pointer, ...before } = built;
    const after = await readTree(join(folder, 'data'));
    expect(after).toMatchObject(before);
    expect(after[join(folder, 'data', 'index', 'current')]).not.toBe(pointer);
  });

  it('waits for another process that indexes, and does not undo what that one has read since', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/ellerby.md': HARBOUR });
    await runCli('index', [], { folder });
    await writeFiles(folder, { 'corpus/pear.txt': 'The pears are picked in October.\n' });
    const lock = await lockProcess(join(folder, 'data/index/indexing.lock'));
    if (!('release' in lock)) throw new Error('Nobody else has the lock.');
    const waiting = beginCli('index', [], { folder });
    await expect
      .poll(() => waiting.output())
      .toMatch(/Another process \(\d+\) is indexing; waiting until it has finished\.\n/);
    await writeFiles(folder, { 'corpus/dunmore.txt': ORCHARD });
    // As the other process writes it: its reading is the newer one.
    const other = await makeTempFolder();
    await cp(join(folder, 'corpus'), join(other, 'corpus'), { recursive: true });
    // Without the lock, and what the one who waits puts beside it for a moment.
    const isIndex = (file: string): boolean => !file.includes('indexing.lock');
    await cp(join(folder, 'data'), join(other, 'data'), { recursive: true, filter: isIndex });
    await spawnCli('index', [], { folder: other });
    await cp(join(other, 'data'), join(folder, 'data'), { recursive: true });
    await lock.release();
    expect((await waiting.ended).stdout).toContain('Nothing has changed: 3 articles, 4 passages.');
  });

  it('keeps no generation with a text that has changed', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/dunmore.txt': ORCHARD });
    await runCli('index', [], { folder });
    const generations = (await readdir(join(folder, 'data', 'index'))).filter((name) => name !== 'current');
    await writeFiles(folder, { 'corpus/dunmore.txt': `${ORCHARD}The pears are picked in October.\n` });
    await runCli('index', [], { folder });
    const now = await readdir(join(folder, 'data', 'index'));
    expect(now.filter((name) => generations.includes(name))).toEqual([]);
  });

  it('leaves the demo out beside an own article, and says so', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/demo/shown.md': DEMO });
    const line = 'The demo article demo/shown.md is left out: the corpus holds articles of its own.\n';
    const alone = await runCli('articles', [], { folder });
    expect(alone.stdout).toMatch(/^shown\n {2}shown\n/);
    expect(alone.stderr).toBe('');

    await writeFiles(folder, { 'corpus/ellerby.md': HARBOUR, 'corpus/README.md': 'Not an article.' });
    const beside = await runCli('articles', ['--json'], { folder });
    expect(beside.stderr).toBe(line);
    expect(JSON.parse(beside.stdout)).toMatchObject([{ id: 'ellerby', paragraphs: 4 }]);
    const indexed = await runCli('index', [], { folder });
    expect(indexed.stdout.startsWith(line)).toBe(true);
    expect(indexed.stdout).toContain('Indexed 1 article,');
  });

  it('gives a corpus named on the command line an index of its own', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'corpus/ellerby.md': HARBOUR,
      'other/dunmore.txt': ORCHARD,
      'data/index/current': 'of the bot',
    });
    const { code, stdout } = await runCli(
      'ask',
      ['--json', '--corpus', 'other', 'Who planted the pear tree?'],
      {
        folder,
      },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('excerpts.0.articleId', 'dunmore');
    expect(await readdir(join(folder, 'data', 'index'))).toEqual(['current']);
    expect(await readdir(join(folder, 'data', 'indexes'))).toEqual([
      expect.stringMatching(/^other-[0-9a-f]{8}$/),
    ]);
  });
});

describe('npm run ask over a corpus that has changed', () => {
  it('updates the index first and says so on stderr', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/dunmore.txt': ORCHARD });
    await runCli('index', [], { folder });
    await writeFiles(folder, { 'corpus/dunmore.txt': 'The plum tree was planted by Ines Vale in 1999.\n' });
    const { code, stdout, stderr } = await runCli('ask', ['Who planted the plum tree?'], { folder });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^The corpus has changed; updating the index\.\n[\s\S]*Indexed 1 article, 1 passage\.\n$/,
    );
    expect(stdout).toContain('The plum tree was planted by Ines Vale in 1999.');
  });

  it('declines every question when the last article has gone', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/_draft.md': 'Not an article yet.' });
    const { code, stdout } = await runCli('ask', ['--json', 'Who planted the plum tree?'], { folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'abstention', reason: 'empty-corpus', nearest: [] });
  });
});
