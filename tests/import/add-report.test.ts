import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summariseImport } from '../../src/cli/show-report.ts';
import { beginCli, runCli } from '../cli/run-cli.ts';
import { makeTempFolder, readTree, writeFiles } from '../temp-folder.ts';
import { importAs } from './fixtures/import-tools.ts';
import { ADVERT, COPYRIGHT, FERRY } from './fixtures/texts.ts';

const FARO = [
  'El faro de la isla tiene ciento diez escalones y una lámpara verde.',
  'Lo construyó la familia Quiroga en 1871, después de un naufragio en el que murieron nueve pescadores.',
  'Los domingos se puede subir gratis hasta la lámpara.',
].join('\n\n');
const PASTED = [FERRY[0], ADVERT, FERRY[1], ADVERT, COPYRIGHT].join('\n');

describe('what npm run add says of each file', () => {
  it('is one line', async () => {
    const folder = await makeTempFolder();
    const names = Array.from({ length: 30 }, (_, index) => `pier-${index}.txt`);
    const files = names.map((name, index) => [name, `Pier ${index} has ${index + 2} posts.\n${PASTED}`]);
    await writeFiles(folder, Object.fromEntries(files) as Readonly<Record<string, string>>);
    const { stdout, code } = await runCli('add', [...names.slice(0, 15), '--yes', '--dry-run'], { folder });
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(16);
    expect(lines[3]).toMatch(
      /^pier-3\.txt: “Pier 3”, \d+ words in 3 paragraphs; every word of the source accounted for; left out: 2 × advert, 1 × copyright notice\. Would be added as corpus\/local\/pier-3\.md\.$/,
    );
  });

  it('is a count and a file that it names where there are many, and a line for what is odd', async () => {
    const folder = await makeTempFolder();
    const files = Array.from({ length: 40 }, (_, index): [string, string] => [
      `pier-${index}.txt`,
      `Pier ${index} has ${index === 39 ? 40 : index + 2} posts.\n${PASTED}`,
    ]);
    files.push(['empty.txt', ' '], ['twin.txt', files[0]?.[1] ?? '']);
    await writeFiles(folder, Object.fromEntries(files));
    const names = files.map(([name]) => name);
    const { stdout, stderr } = await runCli('add', [...names, '--yes', '--dry-run'], { folder });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => / of 42 files are done\.$/.test(line))).toHaveLength(10);
    expect(lines).toHaveLength(13);
    expect(lines.filter((line) => line.includes('twin.txt: '))).toEqual([
      expect.stringContaining('Not added: the corpus has the same article already, as "pier-0"'),
    ]);
    expect(stderr).toBe('empty.txt was not added: it holds no text. Add a file that holds text.\n');
    const path = /^What was understood and left out of each: (.*)$/m.exec(stdout)?.[1] ?? '';
    const details = await readFile(path, 'utf8');
    await rm(dirname(path), { recursive: true });
    expect(details).toContain(`pier-3.txt: plain text, UTF-8`);
    expect(details.split(`advert: ${ADVERT}`)).toHaveLength(83);
    expect(lines.at(-1)).toBe('0 added, 40 shown and not added, 1 there already, 1 failed.');
  });

  it('names the language where it is not English, and so does what is quoted', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'faro.txt': FARO });
    const added = await runCli('add', ['faro.txt', '--yes'], { folder });
    expect(added.stdout).toContain('; in Spanish, never a sure answer; ');
    const asked = await runCli('ask', ['¿Cuántos escalones tiene el faro?'], {
      folder,
      env: { READER: 'off' },
    });
    expect(asked.stdout).toContain('[1] Faro, paragraph 1, in Spanish\n');
  });

  it('warns below the line when words of the source are missing', async () => {
    const imported = await importAs('a.txt', PASTED);
    const faithful = imported.report.fidelity;
    const fidelity = { ...faithful, lost: 9, summary: '60 words of the source: 9 lost.', suspect: true };
    const lines = summariseImport('a.txt', { ...imported, report: { ...imported.report, fidelity } });
    expect(faithful.suspect).toBe(false);
    expect(lines).toEqual([
      expect.stringContaining('; 9 words of the source not as it stands there;'),
      '  Compare it with the source, it may not be faithful: 60 words of the source: 9 lost.',
    ]);
  });
});

describe('npm run add that is interrupted', () => {
  it('says what it wrote and what is left to run', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'a.txt': FERRY[0], 'b.txt': FERRY[1], 'c.txt': FERRY[2] });
    const adding = beginCli('add', ['a.txt', 'b.txt', 'c.txt'], { folder }, { terminal: true });
    const answers: readonly (readonly [question: RegExp, answer: string | undefined])[] = [
      [/a\.txt names no title.*\]: $/, '\n'],
      [/Add it\?.*: $/, 'y\n'],
      [/b\.txt names no title.*\]: $/, undefined],
    ];
    for (const [question, answer] of answers) {
      await expect.poll(() => adding.output(), { timeout: 20_000 }).toMatch(question);
      if (answer === undefined) adding.interrupt();
      else adding.stdin.write(answer);
    }
    adding.stdin.end();
    const { code, stdout, stderr } = await adding.ended;
    expect(code).toBe(130);
    expect(stdout).toContain('Added as corpus/local/a.md.');
    expect(stdout).toContain('Interrupted: 1 added, of 3 files.\n');
    expect(stderr).toBe('The index was not brought up to date. Run `npm run index`.\n');
    expect(Object.keys(await readTree(join(folder, 'corpus')))).toContain(join(folder, 'corpus/local/a.md'));
    expect(Object.keys(await readTree(join(folder, 'corpus/local')))).toHaveLength(1);
  });
});
