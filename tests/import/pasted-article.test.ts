import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { makeTempFolder } from '../temp-folder.ts';
import { importAs } from './fixtures/import-tools.ts';

/**
 * A news article as a person pastes it: one paragraph a line, no title. PASTED_ARTICLE, PASTED_REMOVED and
 * PASTED_PARAGRAPHS put one of your own in its place.
 */
const PATH =
  process.env['PASTED_ARTICLE'] ?? fileURLToPath(new URL('fixtures/lighthouse.txt', import.meta.url));
const REMOVED = (process.env['PASTED_REMOVED'] ?? '2,7,8').split(',').map(Number);
const PARAGRAPHS = Number(process.env['PASTED_PARAGRAPHS'] ?? 5);

const SOURCE = readFileSync(PATH, 'utf8').trim();
const LINES = SOURCE.split('\n').map((line) => line.trim());
const KEPT = LINES.filter((line, index) => line !== '' && !REMOVED.includes(index + 1));

describe('an article as a person pastes it', () => {
  it('is added by one command, which names what it removes', async () => {
    const folder = await makeTempFolder();
    const { code, stdout } = await runCli('add', [PATH, '--yes', '--verbose'], { folder });
    expect(code).toBe(0);
    const named = [...stdout.matchAll(/^ {4}line (\d+): (?:advert|syndication note|copyright notice): /gm)];
    expect(named.map(([, line]) => Number(line))).toEqual(REMOVED);
    expect(stdout).toMatch(/ {2}Licence {4}Copyright \(c\) \d{4}/);
    const [article] = JSON.parse((await runCli('articles', ['--json', '--text'], { folder })).stdout) as [
      { readonly text: string; readonly file: string; readonly paragraphs: number; readonly licence: string },
    ];
    expect(article.text).toBe(KEPT.join('\n\n'));
    expect(article.paragraphs).toBe(PARAGRAPHS);
    expect(LINES).toContain(article.licence);
    const written = await readFile(join(folder, 'corpus', article.file), 'utf8');
    expect(written).toContain(`\nlicence: ${article.licence}\n`);
    expect(written).toContain(`\nremoved: ${REMOVED.length}\n`);
  });

  it.each<[string, (text: string) => string | Uint8Array]>([
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['old Mac line ends', (text) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['blank lines between', (text) => text.replaceAll('\n', '\n\n')],
    ['UTF-16', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 without a mark', (text) => iconv.encode(text, 'utf-16be')],
    ['windows-1252', (text) => iconv.encode(text, 'windows-1252')],
  ])('is the same article with %s', async (_, change) => {
    const { blocks, report } = await importAs(basename(PATH), change(SOURCE));
    expect(blocks).toEqual(KEPT);
    expect(report.removed).toHaveLength(REMOVED.length);
  });

  it('is the same article when it was wrapped at 72 characters', async () => {
    const wrapped = LINES.map((line) => line.replace(/(.{1,72})(?:\s+|$)/g, '$1\n').trim()).join('\n\n');
    const { blocks, report } = await importAs(basename(PATH), wrapped);
    expect(blocks).toEqual(KEPT);
    expect(report.removed).toHaveLength(REMOVED.length);
  });
});
