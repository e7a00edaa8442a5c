import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArticle } from '../../../src/corpus/parse-article.ts';
import type { Article } from '../../../src/domain/article.ts';
import { analyseArticle } from '../../../src/study/cards/analyse-article.ts';
import { gatherMaterial } from '../../../src/study/cards/material.ts';
import type { Material } from '../../../src/study/cards/material.ts';
import { loadTagger } from '../../../src/study/cards/tag-words.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Articles of this repository, openly licensed, by their paths in it. */
export const SHIPPED = [
  'corpus/demo/north-korea-russia-digest.md',
  'tests/everyday/articles/tea.md',
  'tests/everyday/articles/bicycle.md',
] as const;

export async function readShipped(path: string): Promise<Article> {
  return readArticle(path, await readFile(join(ROOT, path)));
}

/** An article of Markdown text. */
export function readArticle(path: string, content: string | Uint8Array): Article {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return parseArticle({ path, bytes }).article;
}

/** What cards are made of, of Markdown text. */
export async function materialOf(content: string): Promise<Material> {
  return gatherMaterial(analyseArticle(readArticle('test.md', content), await loadTagger()));
}
