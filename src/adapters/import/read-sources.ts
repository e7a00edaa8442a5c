import type { Stats } from 'node:fs';
import { open, opendir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { glob } from 'tinyglobby';
import type { VerbatimError } from '../../domain/errors.ts';
import { importFailed, MAX_SOURCE_BYTES } from '../../domain/import-failed.ts';
import type { FoundSource, FoundSources, ImportSource } from '../../domain/importing.ts';
import { fetchUrl } from './fetch-url.ts';

export interface SourceLimits {
  /** Bytes of one file; larger ones are not opened. */
  readonly maxBytes: number;
  /** Files that one folder or pattern may add; more is most likely the wrong folder, and hours of indexing. */
  readonly maxFiles: number;
  /** Entries of a folder and its sub-folders that are looked at. */
  readonly maxEntries: number;
  /** Milliseconds that a pattern may be searched for. */
  readonly patternMs: number;
}

const SOURCE_LIMITS: SourceLimits = {
  maxBytes: MAX_SOURCE_BYTES,
  maxFiles: 2000,
  maxEntries: 200_000,
  patternMs: 30_000,
};

export interface FindOptions {
  /** Endings that a folder is searched for, without the dot, in lower case. */
  readonly endings: readonly string[];
  readonly limits?: SourceLimits;
}

/**
 * What a path, an address or a pattern stands for. Files are read only when `read` is called, one by one.
 * @throws VerbatimError import-failed
 */
export async function findSources(
  argument: string,
  { endings, limits = SOURCE_LIMITS }: FindOptions,
): Promise<FoundSources> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(argument)) {
    return { sources: [{ label: argument, read: () => fetchUrl(argument) }], notes: [] };
  }
  const info = await statPath(argument);
  if (info?.isDirectory() === true) return toSources(await walkFolder(argument, endings, limits), limits);
  if (info !== undefined) return { sources: [fileSource(argument, limits)], notes: [] };
  if (/[*?[\]{}]/.test(argument)) return toSources(await matchPattern(argument, endings, limits), limits);
  throw importFailed(
    argument,
    'there is no such file or folder',
    'Check the path; an address begins with https://.',
  );
}

interface FoundFiles {
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

function toSources({ files, notes }: FoundFiles, limits: SourceLimits): FoundSources {
  return { sources: files.map((path) => fileSource(path, limits)), notes };
}

function fileSource(path: string, limits: SourceLimits): FoundSource {
  return { label: path, read: () => readSource(path, limits) };
}

async function statPath(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    if (code === 'ELOOP')
      throw importFailed(
        path,
        'it is a symbolic link that leads back to itself',
        'Name the file itself.',
        cause,
      );
    throw importFailed(path, `it cannot be looked at (${code})`, 'Check its permissions.', cause);
  }
}

/** Sub-folders included, sorted by path. Symbolic links, hidden files and README files are left out. */
async function walkFolder(
  folder: string,
  endings: readonly string[],
  limits: SourceLimits,
): Promise<FoundFiles> {
  const files: string[] = [];
  const open = [folder];
  let links = 0;
  let entries = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for await (const entry of await openFolder(next)) {
      entries += 1;
      if (entries > limits.maxEntries) throw tooMany(folder, limits.maxEntries, 'entries');
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(next, entry.name);
      if (entry.isSymbolicLink()) links += 1;
      else if (entry.isDirectory()) open.push(path);
      else if (entry.isFile() && isCandidate(entry.name, endings)) files.push(path);
      if (files.length > limits.maxFiles) throw tooMany(folder, limits.maxFiles, 'files to add');
    }
  }
  if (files.length === 0)
    throw importFailed(
      folder,
      'it holds no file that can be read',
      `Files end in ${endings.map((e) => `.${e}`).join(', ')}.`,
    );
  const notes =
    links === 0 ? [] : [`${folder}: ${links} symbolic link${links === 1 ? ' was' : 's were'} not followed.`];
  return { files: files.sort(), notes };
}

async function openFolder(folder: string): ReturnType<typeof opendir> {
  try {
    return await opendir(folder);
  } catch (cause) {
    throw importFailed(
      folder,
      `the folder cannot be opened (${codeOf(cause)})`,
      'Check its permissions.',
      cause,
    );
  }
}

async function matchPattern(
  pattern: string,
  endings: readonly string[],
  limits: SourceLimits,
): Promise<FoundFiles> {
  const found = await glob([pattern.replaceAll('\\', '/')], {
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    absolute: true,
    signal: AbortSignal.timeout(limits.patternMs),
  }).catch((cause: unknown) => {
    throw importFailed(
      pattern,
      `the search for files took longer than ${limits.patternMs / 1000} s`,
      'Begin the pattern with a folder.',
      cause,
    );
  });
  const files = found.filter((path) => isCandidate(basename(path), endings)).sort();
  if (files.length > limits.maxFiles) throw tooMany(pattern, limits.maxFiles, 'files to add');
  if (files.length === 0)
    throw importFailed(
      pattern,
      'no file that can be read fits the pattern',
      'Check the pattern; quote it, so that the shell leaves it alone.',
    );
  return { files: files.map((path) => relative(process.cwd(), path)), notes: [] };
}

/** README files describe a folder; the corpus does not take them for articles either. */
function isCandidate(name: string, endings: readonly string[]): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && endings.includes(ending) && !/^(?:readme|[._])|\.cards\.md$/i.test(name);
}

/** Reads one regular file; its size is asked before it is opened, and counted again while it is read. */
async function readSource(path: string, limits: SourceLimits): Promise<ImportSource> {
  const info = await statPath(path);
  if (info === undefined) throw importFailed(path, 'it is no longer there', 'Check the path.');
  if (!info.isFile()) throw importFailed(path, 'it is not a file (a device or a pipe)', 'Name a file.');
  if (info.size > limits.maxBytes) {
    throw importFailed(
      path,
      `it has ${Math.ceil(info.size / 1024 / 1024)} MB, and at most ${limits.maxBytes / 1024 / 1024} MB are read`,
      'Split it into several files.',
    );
  }
  try {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(Math.min(info.size, limits.maxBytes));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      return { name: basename(path), bytes: buffer.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw importFailed(path, `it cannot be read (${codeOf(cause)})`, 'Check its permissions.', cause);
  }
}

function tooMany(what: string, limit: number, of: string): VerbatimError {
  return importFailed(
    what,
    `it holds more than ${limit.toLocaleString('en')} ${of}; nothing of it was taken`,
    'Name a sub-folder or a pattern with fewer.',
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
}
