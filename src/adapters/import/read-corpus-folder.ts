import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { articleTooLarge, MAX_ARTICLE_BYTES } from '../../domain/article-limits.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type { CorpusFile } from '../../domain/corpus-file.ts';

/**
 * Reads every article file of the folder and its sub-folders, ordered by path.
 * @throws VerbatimError corpus-missing, article-too-large
 */
export async function readCorpusFolder(folder: string): Promise<readonly CorpusFile[]> {
  let root: string;
  try {
    root = await realpath(folder);
    await readdir(root);
  } catch (cause) {
    throw new VerbatimError(
      'corpus-missing',
      `The corpus folder ${folder} does not exist or is no folder that can be read. Create it and put a .md or .txt file into it, or name another with CORPUS_DIR or --corpus.`,
      { cause },
    );
  }
  const paths = await listArticleFiles(root, '', new Set([root]));
  const files: CorpusFile[] = [];
  for (const path of [...paths].sort()) {
    const bytes = await readArticleFile(root, path);
    if (bytes) files.push({ path, bytes });
  }
  return files;
}

/** README*, flash cards, and what starts with `.` or `_` are not articles. */
export function isArticleName(name: string): boolean {
  return /\.(?:md|txt)$/i.test(name) && !/^(?:readme|[._])/i.test(name) && !/\.cards\.md$/i.test(name);
}

async function listArticleFiles(
  root: string,
  below: string,
  visited: Set<string>,
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(root, below))) {
    if (/^[._]/.test(entry) || entry === 'node_modules') continue;
    const path = below === '' ? entry : `${below}/${entry}`;
    const real = await realpath(join(root, path)).catch(() => undefined);
    if (real === undefined) continue;
    const info = await stat(real);
    // A link back to a folder above would never end.
    if (info.isDirectory() && !visited.has(real)) {
      visited.add(real);
      paths.push(...(await listArticleFiles(root, path, visited)));
    } else if (info.isFile() && isArticleName(entry)) paths.push(path);
  }
  return paths;
}

/** Undefined when it was removed since the folder was listed. */
async function readArticleFile(root: string, path: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(join(root, path));
    if (size > MAX_ARTICLE_BYTES) throw articleTooLarge(path, size);
    return await readFile(join(root, path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
