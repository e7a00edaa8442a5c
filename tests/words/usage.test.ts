import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { expect, it } from 'vitest';
import { RESOURCES } from '../../src/words/words.ts';

const ROOT = join(import.meta.dirname, '../..');

it('every word is said somewhere', async () => {
  const files = await glob(['src/**/*.ts', '!src/words/**'], { cwd: ROOT, absolute: true });
  const code = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
  const said = new Set([...code.matchAll(/'(\w+\.\w+)'/gu)].map(([, key]) => key));
  const keys = Object.entries(RESOURCES.en).flatMap(([group, texts]) =>
    Object.keys(texts).map((key) => `${group}.${key.replace(/_(?:one|many|other)$/u, '')}`),
  );
  expect([...new Set(keys)].filter((key) => !said.has(key))).toEqual([]);
});
