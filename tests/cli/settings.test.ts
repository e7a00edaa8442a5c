import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../src/domain/server-settings.ts';
import { makeTempFolder, writeFiles } from '../temp-folder.ts';
import { ORCHARD } from './harbour.ts';
import { runCli } from './run-cli.ts';

const ADA = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };
const S1 = '100000000000000001';
const S2 = '100000000000000002';

async function withStore<T>(folder: string, use: (store: Store) => Promise<T>, data = 'data'): Promise<T> {
  const store = await openStore(join(folder, data, 'verbatim.db'));
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** A folder whose store has what one server set, and two scopes. */
async function makeFolder(): Promise<string> {
  const folder = await makeTempFolder();
  await withStore(folder, async ({ settings, scopes }) => {
    await settings.change(S1, { language: 'de', answerIn: { mode: 'only', channels: [S2] } }, ADA);
    await scopes.set('boats', [S1], ADA);
    await scopes.set('birds', [], ADA);
  });
  return folder;
}

async function importText(folder: string, text: string, args: readonly string[] = []) {
  await writeFile(join(folder, 'in.yaml'), text);
  return runCli('settings', ['--import', 'in.yaml', ...args], { folder });
}

describe('npm run settings', () => {
  it('shows what is in effect, with what was changed and by whom', async () => {
    const folder = await makeFolder();
    const all = await runCli('settings', [], { folder });
    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(all.stdout).toMatch(/language: de[\s\S]*articles:\n {2}birds: none\n {2}boats:\n {4}- "1/u);
    const one = await runCli('settings', [S1], { folder });
    expect(one.stdout).toContain(`# ${ADA.at} ada: answerIn, language\n`);
    expect(one.stdout).not.toContain('birds');
    expect((await runCli('settings', [S2], { folder })).stdout).toContain('language: auto');
  });

  it('exports a file that another store becomes alike by, as the work of an operator', async () => {
    const folder = await makeFolder();
    const exported = await runCli('settings', ['--export', 'out.yaml'], { folder });
    expect(exported).toMatchObject({ code: 0, stdout: 'The settings are in out.yaml.\n' });
    const imported = await runCli('settings', ['--import', 'out.yaml'], {
      folder,
      env: { DATA_DIR: join(folder, 'other') },
    });
    expect(imported.code).toBe(0);
    expect(imported.stdout).toContain(`${S1}: answerIn, language\n`);
    await withStore(
      folder,
      async ({ settings, scopes }) => {
        expect(await settings.read(S1)).toMatchObject({
          language: 'de',
          answerIn: { mode: 'only', channels: [S2] },
        });
        expect([...(await scopes.all())]).toEqual([
          ['birds', []],
          ['boats', [S1]],
        ]);
        const [change] = await settings.changes(S1, 1);
        expect(change?.by).toBe('operator');
        expect(Date.parse(change?.at ?? '')).toBeGreaterThan(Date.parse('2026-01-01'));
      },
      'other',
    );
    const before = await readFile(join(folder, 'out.yaml'), 'utf8');
    expect(await runCli('settings', ['--export', 'out.yaml'], { folder })).toMatchObject({ code: 1 });
    expect(await readFile(join(folder, 'out.yaml'), 'utf8')).toBe(before);
  });

  it('leaves what a file does not name, puts back what is null, and says what changed', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'corpus/dunmore.txt': ORCHARD });
    const { code, stdout, stderr } = await importText(
      folder,
      // Ids without quotation marks are more than a number can hold.
      `servers:\n  ${S1}:\n    language: null\n    strictness: strict\n    speaksIn: [${S2}]\narticles:\n  boats: null\n  dunmore: [${S2}, "${S1}"]\n`,
    );
    expect(stdout).toBe(
      `${S1}: strictness, speaksIn, language\narticle boats\narticle dunmore\n1 server and 2 articles changed.\n`,
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'There is no article boats; who may read it is kept in case there will be.\n',
    });
    await withStore(folder, async ({ settings, scopes }) => {
      expect(await settings.read(S1)).toStrictEqual({
        ...DEFAULT_SERVER_SETTINGS,
        strictness: 'strict',
        speaksIn: [S2],
        answerIn: { mode: 'only', channels: [S2] },
      });
      expect([...(await scopes.all())]).toEqual([
        ['birds', []],
        ['dunmore', [S2, S1]],
      ]);
      expect((await settings.changes(S1, 9)).map(({ by }) => by)).toEqual(['operator', 'ada']);
    });
    expect((await importText(folder, `servers:\n  "${S1}":\n    strictness: strict\n`)).stdout).toBe(
      '0 servers and 0 articles changed.\n',
    );
  });

  it('says the line and what is allowed, and takes nothing of a file that is wrong somewhere', async () => {
    const folder = await makeFolder();
    const good = `servers:\n  "${S2}":\n    language: fr\n`;
    const bad = (lines: string) => `${good}  "${S1}":\n${lines}`;
    const deep = '['.repeat(20_000);
    const cases: readonly (readonly [string, RegExp])[] = [
      [bad('    language: klingon\n'), /line 5: servers\.1\d+\.language has to be one of auto, en, de/u],
      [bad('    colour: red\n'), /line 5: .*colour is not known here; there are strictness, answerIn/u],
      [bad('    gapReports: "yes"\n'), /line 5: .*gapReports has to be true or false/u],
      [
        bad('    quiz: {rounds: 900, seconds: 30, mode: type}\n'),
        /line 5: .*quiz\.rounds has to be 20 or less/u,
      ],
      [bad('    quiz:\n      rounds: 5\n'), /line 5: .*quiz/u],
      [bad('    answerIn: {mode: only, channels: [general]}\n'), /line 5: .*channels\.0 has to be an id/u],
      [bad('    speaksIn: all\n'), /line 5: .*speaksIn has to be a list/u],
      [bad('    __proto__: {x: 1}\n'), /line 5: .*__proto__/u],
      [bad('    language: de\n    language: en\n'), /line 6: Map keys must be unique/u],
      [`${good}  general: {}\n`, /line 4: servers\.general cannot be: a server is named by its id/u],
      [`${good}articles:\n  boats: everyone\n`, /line 5: articles\.boats has to be public, none, a list/u],
      [`${good}articles:\n  boats: ["1; drop table"]\n`, /line 5: articles\.boats/u],
      [`${good}users: {}\n`, /line 4: users is not known here; there are servers and articles/u],
      [`${good}  "${S1}": [\n`, /line 5: /u],
      [`${good}---\n${good}`, /line 4: .*multiple documents/u],
      [`${good}  "${S1}": !!js/function "x"\n`, /line 4: Unresolved tag/u],
      [`a: &a [x]\nservers: [*a, *a]\n`, /alias/iu],
      [deep, /no YAML for settings|line 1/u],
      ['- a\n- b\n', /line 1: the file has to be keys with values/u],
      ['', /line 1: the file has to be keys with values/u],
      [`# ${'x'.repeat(2_000_001)}\n${good}`, /longer than 2,000,000/u],
    ];
    for (const [text, message] of cases) {
      const { code, stdout, stderr } = await importText(folder, text);
      expect(stderr, text.slice(0, 99)).toMatch(message);
      expect(stderr).toContain('in.yaml was not imported, and nothing was changed:');
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    }
    await withStore(folder, async ({ settings, scopes }) => {
      expect(await settings.servers()).toEqual([S1]);
      expect((await scopes.all()).size).toBe(2);
      expect(await settings.changes(S1, 9)).toHaveLength(1);
    });
  });

  it.each([[['general']], [[S1, S2]], [['--import', 'a', S1]], [['--import', 'a', '--export', 'b']]])(
    'does not take %j',
    async (args) => {
      expect(await runCli('settings', args, { folder: await makeTempFolder() })).toMatchObject({ code: 2 });
    },
  );

  it('says that a file is not there', async () => {
    const missing = await runCli('settings', ['--import', 'no.yaml'], { folder: await makeTempFolder() });
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringMatching(/ENOENT/u) as string });
  });
});

it('takes nothing of a file when the store fails in the middle', async () => {
  const folder = await makeFolder();
  const { DatabaseSync } = await import('@photostructure/sqlite');
  const database = new DatabaseSync(join(folder, 'data/verbatim.db'));
  database.exec(
    "create trigger closed before insert on article_scopes begin select raise(abort, 'full'); end",
  );
  database.close();
  const text = `servers:\n  "${S2}":\n    language: fr\narticles:\n  dunmore: public\n`;
  expect(await importText(folder, text)).toMatchObject({ code: 1, stdout: '' });
  await withStore(folder, async ({ settings }) => {
    expect(await settings.servers()).toEqual([S1]);
  });
});
