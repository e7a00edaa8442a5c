import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { articleTooLarge, MAX_ARTICLE_BYTES } from '../../domain/article-limits.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type { CorpusFile } from '../../domain/corpus-file.ts';

/**
 * Reads every file of the folder and its sub-folders whose name fits, ordered by path.
 * @param fits by default the names of articles
 * @throws VerbatimError corpus-missing, article-too-large
 */
export async function readCorpusFolder(
  folder: string,
  fits: (name: string) => boolean = isArticleName,
): Promise<readonly CorpusFile[]> {
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
  const paths = await listFiles({ root, fits, visited: new Set([root]) }, '');
  const files: CorpusFile[] = [];
  for (const path of [...paths].sort()) {
    const bytes = await readArticleFile(root, path);
    if (bytes) files.push({ path, bytes });
  }
  return files;
}

/** README*, flash cards, and what starts with `.` or `_` are not articles. */
export function isArticleName(name: string): boolean {
  return /\.(?:md|txt)$/i.test(name) && !/^(?:readme|[._])/i.test(name) && !isCardFileName(name);
}

/** `<article>.cards.md` says which cards of an article are pinned, changed or banned. */
export function isCardFileName(name: string): boolean {
  return /\.cards\.md$/i.test(name);
}

interface Listing {
  readonly root: string;
  readonly fits: (name: string) => boolean;
  /** Real paths of the folders that were entered. */
  readonly visited: Set<string>;
}

async function listFiles(listing: Listing, below: string): Promise<readonly string[]> {
  const { root, fits, visited } = listing;
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
      paths.push(...(await listFiles(listing, path)));
    } else if (info.isFile() && fits(entry)) paths.push(path);
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
