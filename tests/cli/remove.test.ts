import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FERRY } from '../import/fixtures/texts.ts';
import { makeTempFolder, readTree, writeFiles } from '../temp-folder.ts';
import { beginCli, runCli } from './run-cli.ts';

async function makeCorpus(): Promise<string> {
  const folder = await makeTempFolder();
  await writeFiles(folder, {
    'corpus/local/a.md': FERRY[0],
    'corpus/local/b.md': FERRY[1],
    'corpus/local/c.md': 'The lamp of the pier is green.\n',
    'corpus/own.md': FERRY[2],
  });
  return folder;
}

describe('npm run remove', () => {
  it('asks once for all that go, and keeps them without a yes', async () => {
    const folder = await makeCorpus();
    const before = await readTree(join(folder, 'corpus'));
    const asking = beginCli('remove', ['a', 'b'], { folder }, { terminal: true });
    await expect
      .poll(() => asking.output())
      .toMatch(/Remove "a" \(local\/a\.md\), "b" \(local\/b\.md\)\? \[y\/N\] $/);
    asking.stdin.end('n\n');
    const { code, stdout } = await asking.ended;
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing was removed.');
    expect(await readTree(join(folder, 'corpus'))).toEqual(before);
  });

  it('removes several, and each once', async () => {
    const folder = await makeCorpus();
    const { code, stdout } = await runCli('remove', ['a', 'b', 'a', '--yes'], { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a was removed \(local\/a\.md\)\.\nb was removed \(local\/b\.md\)\.\nIndex: /);
    expect(await readdir(join(folder, 'corpus/local'))).toEqual(['c.md']);
  });

  it('removes what a server has added when it is named, and not with all', async () => {
    const folder = await makeCorpus();
    const server = 'servers/100000000000000001';
    await writeFiles(folder, { [`corpus/${server}/bells-abc.md`]: 'One bell rings.\n' });
    expect((await runCli('remove', ['--all', '--yes'], { folder })).code).toBe(0);
    expect(await readdir(join(folder, 'corpus', server))).toEqual(['bells-abc.md']);
    const { code, stdout } = await runCli('remove', ['bells-abc', '--yes'], { folder });
    expect([code, stdout.split('\n')[0]]).toEqual([0, `bells-abc was removed (${server}/bells-abc.md).`]);
    expect(await readdir(join(folder, 'corpus', server))).toEqual([]);
  });

  it('removes all that were imported, and no other', async () => {
    const folder = await makeCorpus();
    expect((await runCli('remove', ['--all', '--yes'], { folder })).code).toBe(0);
    expect(await readdir(join(folder, 'corpus/local'))).toEqual([]);
    expect(await readdir(join(folder, 'corpus'))).toContain('own.md');
    const again = await runCli('remove', ['--all', '--yes'], { folder });
    expect(again).toMatchObject({ code: 0, stdout: 'There is no imported article to remove.\n' });
  });

  it.each([
    [['a', '--all', '--yes'], /Name ids, or say --all, not both/],
    [['--all'], /Nobody can be asked whether a, b, c shall go\. Say so with --yes/],
    [[], /Name the id of an article/],
  ] as const)('of %j removes nothing', async (args, message) => {
    const folder = await makeCorpus();
    const before = await readTree(join(folder, 'corpus'));
    const result = await runCli('remove', args, { folder });
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(message);
    expect(await readTree(join(folder, 'corpus'))).toEqual(before);
  });
});
