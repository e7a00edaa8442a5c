import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** A whole path in backticks; `src/cli/NAME.ts` stands for any. */
const PATH = /`((?:src|tests|scripts|docs|training|bin)\/[\w./-]+)`/g;

it('the documentation names files and folders that are there', async () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...(await readdir(join(ROOT, 'docs'))).map((name) => `docs/${name}`),
  ];
  const missing: string[] = [];
  for (const page of pages.filter((name) => name.endsWith('.md'))) {
    for (const [, path = ''] of (await readFile(join(ROOT, page), 'utf8')).matchAll(PATH)) {
      if (/NAME/.test(path)) continue;
      await access(join(ROOT, path)).catch(() => missing.push(`${page}: ${path}`));
    }
  }
  expect(missing).toEqual([]);
});
