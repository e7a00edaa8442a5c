import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { makeExchange } from '../contracts/make-exchange.ts';
import { makeTempFolder } from '../temp-folder.ts';
import { runCli } from './run-cli.ts';

const ADA = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };
const FORMER = join(import.meta.dirname, '../fixtures/store-1/verbatim.db');

const storeOf = (folder: string) => join(folder, 'data/verbatim.db');

/** A folder whose store holds an exchange, a vote and a setting. */
async function makeFolder(): Promise<string> {
  const folder = await makeTempFolder();
  const store = await openStore(storeOf(folder));
  await store.exchanges.save(makeExchange());
  await store.feedback.vote('1001', { voterHash: 'v1', vote: 'up', at: ADA.at });
  await store.settings.change('30', { language: 'de' }, ADA);
  await store.close();
  return folder;
}

/** A backup of such a folder, as lines without the end, which belongs to what is made of them. */
async function makeLines(folder: string): Promise<readonly string[]> {
  await runCli('backup', ['sound.jsonl'], { folder });
  return (await readFile(join(folder, 'sound.jsonl'), 'utf8')).trim().split('\n').slice(0, -1);
}

/** Writes a backup of those lines with an end that fits them. */
async function writeBackup(folder: string, lines: readonly string[], end: object = {}): Promise<string> {
  const text = lines.map((line) => `${line}\n`).join('');
  const rows = lines.filter((line, index) => index > 0 && !line.startsWith('{"$table"')).length;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const last = JSON.stringify({ $rows: rows, $sha256: sha256, ...end });
  await writeFile(join(folder, 'backup.jsonl'), `${text}${last}\n`);
  return 'backup.jsonl';
}

describe('npm run backup', () => {
  it('copies the store into a file for its owner alone, which restore puts into an empty store', async () => {
    const folder = await makeFolder();
    const backup = await runCli('backup', ['store.jsonl'], { folder });
    expect(backup).toMatchObject({ code: 0, stderr: '' });
    expect(backup.stdout).toMatch(/^\d+ rows of .*verbatim\.db \(schema \d+\) are in store\.jsonl\./u);
    expect((await stat(join(folder, 'store.jsonl'))).mode & 0o777).toBe(0o600);

    const env = { DATA_DIR: join(folder, 'other') };
    const restored = await runCli('restore', ['store.jsonl'], { folder, env });
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    const store = await openStore(join(folder, 'other/verbatim.db'));
    expect(await store.exchanges.find('1001')).toEqual(makeExchange());
    expect(await store.settings.read('30')).toMatchObject({ language: 'de' });
    expect(await store.feedback.of('1001')).toHaveLength(1);
    await store.close();
  });

  it('leaves a file that is there as it is, the store itself above all', async () => {
    const folder = await makeFolder();
    const before = await readFile(storeOf(folder));
    const { code, stderr } = await runCli('backup', ['data/verbatim.db'], { folder });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/is there already/u) as string,
    });
    expect(await readFile(storeOf(folder))).toEqual(before);
  });

  it('says that there is no store, and makes none', async () => {
    const folder = await makeTempFolder();
    const { code, stderr } = await runCli('backup', ['store.jsonl'], { folder });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/There is no store in/u) as string,
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that the file cannot be written, and leaves nothing of it', async () => {
    const folder = await makeFolder();
    const { code, stderr } = await runCli('backup', ['nowhere/store.jsonl'], { folder });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/was not written: ENOENT/u) as string,
    });
    expect(await readdir(folder)).toEqual(['data']);
  });

  it('names what this release cannot read, while the store is still there', async () => {
    const folder = await makeFolder();
    const database = new DatabaseSync(storeOf(folder));
    database.exec(`update votes set vote = 'sideways'`);
    database.close();
    const { code, stderr } = await runCli('backup', ['store.jsonl'], { folder });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/votes 1001 v1: .*up.*down/u) as string,
    });
    expect(await readdir(folder)).toEqual(['data']);
  });

  it('copies a store of the first schema without bringing it up to date; restore does that', async () => {
    const folder = await makeTempFolder();
    await mkdir(join(folder, 'data'));
    await copyFile(FORMER, storeOf(folder));
    expect((await runCli('backup', ['store.jsonl'], { folder })).stdout).toMatch(/\(schema 1\)/u);
    expect((await readFile(join(folder, 'store.jsonl'), 'utf8')).split('\n')[0]).toMatch(/"schema":1/u);
    await runCli('restore', ['store.jsonl'], { folder, env: { DATA_DIR: join(folder, 'other') } });
    const store = await openStore(join(folder, 'other/verbatim.db'));
    expect(await store.exchanges.find('1001')).toEqual(makeExchange());
    expect(await store.exchanges.claimShare('1002')).toBe(false);
    await store.settings.change('30', { language: 'de' }, ADA);
    await store.close();
  });

  it.each([[[]], [['a', 'b']]])('takes one file, not %j', async (args) => {
    expect(await runCli('backup', args, { folder: await makeTempFolder() })).toMatchObject({ code: 2 });
  });
});

describe('npm run restore', () => {
  it('says what happened to a file that is no sound backup, and changes nothing', async () => {
    const folder = await makeFolder();
    const lines = await makeLines(folder);
    const edit = (pattern: RegExp, to: string) => lines.map((line) => line.replace(pattern, to));
    const vote = lines.find((line) => line.includes('"voter_hash"')) ?? '';
    const cases: readonly (readonly [string, readonly string[], RegExp, object?])[] = [
      ['another file', ['# Notes'], /line 1: it is no JSON/u],
      ['another JSON', ['{"format":"notes"}'], /line 1: this is no backup of Verbatim/u],
      ['a later form', edit(/"version":1/u, '"version":2'), /line 1: a later release has written it/u],
      ['a later schema', edit(/"schema":\d+/u, '"schema":999'), /version 999, but this release knows/u],
      ['a table too many', [...lines, '{"$table":"users"}'], /no place for a table "users"/u],
      ['a table too few', lines.slice(0, -2), /tables or rows are missing/u],
      ['a row less', lines, /tables or rows are missing/u, { $rows: 99 }],
      [
        'a changed row',
        edit(/lighthouse/u, 'lighthut'),
        /was changed or damaged/u,
        { $sha256: 'f'.repeat(64) },
      ],
      ['a row of no table', [lines[0] ?? '', vote], /line 2: a row has to belong to a table/u],
      ['a column too many', edit(/"voter_hash"/u, '"colour":"red","voter_hash"'), /of votes,.*colour/u],
      ['a column too few', edit(/"voter_hash":"v1",/u, ''), /of votes,.*voter_hash/u],
      ['a number for a text', edit(/"vote":"up"/u, '"vote":1'), /of votes,.*expected string/u],
      ['too large a number', edit(/"score":\d+/u, '"score":4294967296'), /of exchanges,.*score/u],
      ['a word it does not know', edit(/"vote":"up"/u, '"vote":"sideways"'), /votes 1001 v1 cannot be read/u],
      [
        'broken JSON in a row',
        edit(/"explanation":"/u, '"explanation":"{'),
        /exchanges 1001 cannot be read/u,
      ],
      [
        'a key twice',
        lines.flatMap((line) => (line === vote ? [line, line] : [line])),
        /votes does not fit.*UNIQUE/u,
      ],
      [
        'a row without its parent',
        edit(/"exchange_id":"1001","voter/u, '"exchange_id":"7","voter'),
        /FOREIGN KEY/u,
      ],
    ];
    for (const [name, changed, message, end] of cases) {
      const { code, stderr, stdout } = await runCli(
        'restore',
        [await writeBackup(folder, changed, end), '--replace'],
        {
          folder,
        },
      );
      expect(stderr, name).toMatch(message);
      expect({ code, stdout }, name).toEqual({ code: 1, stdout: '' });
    }
    await rm(join(folder, 'sound.jsonl'));
    expect((await makeLines(folder)).slice(1)).toEqual(lines.slice(1));
  });

  it('takes no half of a file', async () => {
    const folder = await makeFolder();
    const whole = (await makeLines(folder)).join('\n');
    for (const length of [0, 20, whole.length / 2, whole.length]) {
      await writeFile(join(folder, 'half.jsonl'), whole.slice(0, length));
      const { code, stderr } = await runCli('restore', ['half.jsonl', '--replace'], { folder });
      expect(code).toBe(1);
      expect(stderr).toMatch(/it is empty|no JSON|its end is missing/u);
    }
    expect(await runCli('restore', ['nothing.jsonl'], { folder })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/nothing\.jsonl cannot be restored: ENOENT/u) as string,
    });
  });

  it('replaces what a store holds only when that is said', async () => {
    const folder = await makeFolder();
    await makeLines(folder);
    const store = await openStore(storeOf(folder));
    await store.exchanges.remove('1001');
    await store.close();
    const refused = await runCli('restore', ['sound.jsonl'], { folder });
    expect({ code: refused.code, stderr: refused.stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/is not empty.*--replace/u) as string,
    });
    expect(await runCli('restore', ['sound.jsonl', '--replace'], { folder })).toMatchObject({ code: 0 });
    const again = await openStore(storeOf(folder));
    expect(await again.exchanges.find('1001')).toEqual(makeExchange());
    await again.close();
  });
});
