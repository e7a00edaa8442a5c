import { mkdir, open, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import type { CliResult } from '../cli/run-cli.ts';
import { makeSharedFolder, readTree, writeFiles } from '../temp-folder.ts';
import { makeDocx, paragraph } from './fixtures/make-docx.ts';
import { makePdf, stackLines } from './fixtures/make-pdf.ts';
import { ADVERT, FERRY } from './fixtures/texts.ts';

const FRONT_MATTER_FIGHT = `---
id: "../../Outside"
title: The ferry in the front matter
sha256: 0000
removed: many
retrieved: never
demo: "true"
---

# The ferry in the heading

${FERRY[0]}
`;

/** Bad files of one batch, and the word that each of them gets. */
const BAD: readonly (readonly [name: string, word: RegExp])[] = [
  ['huge.txt', /huge\.txt was not added: it has 300 MB, and at most 20 MB are read/],
  ['bomb.docx', /bomb\.docx was not added: it would unpack to .* MB.*zip bomb/],
  ['binary.txt', /binary\.txt was not added: it is a binary file, not text/],
  ['picture.txt', /picture\.txt was not added: it is a PNG picture/],
  ['many', /many was not added: it holds more than 2,000 files to add; nothing of it was taken/],
  ['circle.txt', /circle\.txt was not added: it is a symbolic link that leads back to itself/],
  ['secret.pdf', /secret\.pdf was not added: it is protected by a password/],
  ['scan.pdf', /scan\.pdf was not added: its 2 pages hold no text; it seems to be a scan/],
  ['script.html', /script\.html was not added: the page is only a script/],
  ['fight.md', /The front matter of fight\.md cannot be read \(line 3\)/],
  ['aliases.md', /aliases\.md/],
  ['gone.txt', /gone\.txt was not added: there is no such file or folder/],
  ['none-*.txt', /none-\*\.txt was not added: no file that can be read fits the pattern/],
];

const RTL = 'The sign at the pier says שלום לכולם and مرحبا بكم to whoever comes ashore in Skarra.';

async function writeBatch(folder: string): Promise<void> {
  await writeFiles(folder, {
    'bomb.docx': makeDocx({
      body: paragraph(FERRY[0]),
      extra: [{ name: 'word/media/a.bin', bytes: new Uint8Array(150 * 1024 * 1024) }],
    }),
    'binary.txt': Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 256),
    'picture.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    'secret.pdf': makePdf({ pages: [stackLines([FERRY[0]])], locked: true }),
    'scan.pdf': makePdf({ pages: [[], []] }),
    'script.html': '<html><body><div id="root">Loading…</div><script>go()</script></body></html>',
    'fight.md': `---\ntitle: One\ntitle: Two\n---\n\n${FERRY[0]}\n`,
    'aliases.md': `---\n${swellingYaml()}---\n\n${FERRY[0]}\n`,
    'good.txt': `${FERRY[0]}\n${ADVERT}\n${FERRY[1]}\n`,
    'again.txt': `${FERRY[0]}\r\n${FERRY[1]}`,
    'control.txt': `${FERRY[2]}\u0000\u0007\n${FERRY[3]}\u001b[31m`,
    'line.txt': `${'harbour *ferry* island '.repeat(45_000)}End.`,
    'rtl.txt': RTL,
    'named.md': FRONT_MATTER_FIGHT,
    'folder/pier.md': '# The pier\n\nThe pier is made of 92 oak trunks.\n',
  });
  await writeFile(join(folder, 'huge.txt'), '');
  await truncate(join(folder, 'huge.txt'), 300 * 1024 * 1024);
  await symlink('circle.txt', join(folder, 'circle.txt'));
  await symlink('..', join(folder, 'folder', 'up'));
  await mkdir(join(folder, 'many'));
  for (let number = 0; number < 10_000; number += 1)
    await (await open(join(folder, 'many', `${number}.txt`), 'w')).close();
}

/** Nine lists of nine aliases each: 350 million entries when they are unfolded. */
function swellingYaml(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const entries = level === 0 ? '"x"' : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array<string>(9).fill(entries).join(', ')}]\n`;
  });
  return levels.join('');
}

describe('a batch of bad files and some good ones', () => {
  const GOOD = ['good.txt', 'again.txt', 'control.txt', 'rtl.txt', 'named.md', 'folder'];
  let folder = '';
  let refused: CliResult;
  let added: CliResult;
  let shown: CliResult;
  let before: Readonly<Record<string, string>>;
  let after: Readonly<Record<string, string>>;

  beforeAll(async () => {
    folder = await makeSharedFolder();
    await writeBatch(folder);
    await writeFiles(folder, { 'corpus/local/tower.md': '# Tower\n\nThe tower has 110 steps.\n' });
    await runCli('index', [], { folder });
    const bad = BAD.map(([name]) => name);
    const state = async (): Promise<Readonly<Record<string, string>>> => ({
      ...(await readTree(join(folder, 'corpus'))),
      ...(await readTree(join(folder, 'data'))),
    });
    before = await state();
    refused = await runCli('add', [...bad, '--yes'], { folder });
    after = await state();
    added = await runCli('add', [...bad, ...GOOD, '--yes', '--verbose'], { folder });
    shown = await runCli('add', ['line.txt', '--dry-run'], { folder });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(BAD)('has a clear word for %s', (_, word) => {
    expect(refused.stderr).toMatch(word);
    expect(refused.stderr).not.toMatch(/\n {4}at /);
  });

  it('leaves corpus and index as they were when nothing could be added', () => {
    expect(refused.code).toBe(1);
    expect(refused.stdout).toBe(`0 added, ${BAD.length} failed.\n`);
    expect(after).toEqual(before);
  });

  it('adds the rest of the batch', async () => {
    expect(added.code).toBe(1);
    expect(added.stdout).toContain(`5 added, 1 there already, ${BAD.length} failed.`);
    expect((await readdir(join(folder, 'corpus', 'local'))).sort()).toEqual(
      ['control.md', 'good.md', 'outside.md', 'pier.md', 'rtl.md', 'tower.md'].sort(),
    );
    expect(added.stdout).toContain('Index: 5 articles with ');
  });

  it('knows the same article by its text, whatever its name and line ends', () => {
    expect(added.stdout).toContain('Not added: the corpus has the same article already, as "good".');
  });

  it('does not follow a link that leads out of a folder and back, and says so', () => {
    expect(added.stderr).toContain('folder: 1 symbolic link was not followed.');
  });

  it('removes control characters and says how many', async () => {
    const text = await readFile(join(folder, 'corpus/local/control.md'), 'utf8');
    // eslint-disable-next-line no-control-regex -- none of these may be left
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    expect(added.stdout).toContain('3 control characters removed.');
  });

  it('understands a megabyte in one line', () => {
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('135,001 words in 1 paragraph');
  });

  it('keeps text of both directions as it is', async () => {
    expect(await readFile(join(folder, 'corpus/local/rtl.md'), 'utf8')).toContain(`\n${RTL}\n`);
  });

  it('settles what the front matter and the file disagree about', async () => {
    const text = await readFile(join(folder, 'corpus/local/outside.md'), 'utf8');
    expect(text).toMatch(
      /^---\ntitle: The ferry in the front matter\nretrieved: \d{4}-\d\d-\d\d\nsha256: [0-9a-f]{64}\nremoved: 0\n---\n/,
    );
    expect(text).toContain('# The ferry in the heading');
    expect(added.stdout).toContain('The ferry in the front matter  (from its front matter)');
  });
});
