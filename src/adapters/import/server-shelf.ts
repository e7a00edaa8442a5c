import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { DISCORD_ID } from '../../domain/discord-id.ts';
import type { DeskRef } from '../../domain/desk.ts';
import type { ServerShelf } from '../../domain/ports/server-shelf.ts';
import { writeNewFile } from '../write-new-file.ts';

/** Sub-folder of the corpus: `servers/<server>/<id>.md`. Git ignores it. */
const FOLDER = 'servers';
/** Beside a server's articles; the corpus does not look into folders that begin with a dot. */
const ASIDE = '.removed';
/** What `nameArticle` makes, and nothing that leads out of a folder. */
const ARTICLE_ID = /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*$/u;

/** What is written before it gets its name; one that is older than an hour is nobody's any more. */
const DRAFT = /^\.[0-9a-f]+\.tmp$|\.md\.[0-9a-f]+$/;
const DRAFT_MS = 60 * 60 * 1000;

/** Keeps the servers' articles in folders of the corpus, where `npm run index` finds them. */
export function openServerShelf(corpusFolder: string): ServerShelf {
  const root = join(corpusFolder, FOLDER);
  const folderOf = (serverId: string): string => join(root, serverId);
  const fileOf = ({ serverId, id }: DeskRef): string => join(folderOf(serverId), `${id}.md`);
  const asideOf = ({ serverId, id }: DeskRef): string => join(folderOf(serverId), ASIDE, `${id}.md`);
  const servers = async (): Promise<readonly string[]> =>
    (await listNames(root)).filter((name) => DISCORD_ID.test(name));
  return {
    servers,
    list: (serverId) => listIds(folderOf(serverId), serverId),
    read: (ref) => readIfThere(ref, fileOf),
    async create(ref, markdown) {
      requireNames(ref);
      await mkdir(folderOf(ref.serverId), { recursive: true });
      if (await isThere(asideOf(ref))) return false;
      return writeNewFile(fileOf(ref), { write: (file) => file.writeFile(markdown) });
    },
    async replace(ref, markdown) {
      requireNames(ref);
      await writeFileAtomic(fileOf(ref), markdown);
    },
    async setAside(ref) {
      if (!hasNames(ref)) return false;
      await mkdir(join(folderOf(ref.serverId), ASIDE), { recursive: true });
      return moved(fileOf(ref), asideOf(ref));
    },
    async bringBack(ref) {
      return hasNames(ref) && moved(asideOf(ref), fileOf(ref));
    },
    readAside: (ref) => readIfThere(ref, asideOf),
    async listAside() {
      const refs = (await servers()).map(async (serverId) => {
        const ids = await listIds(join(folderOf(serverId), ASIDE), serverId);
        return ids.map((id) => ({ serverId, id }));
      });
      return (await Promise.all(refs)).flat();
    },
    async discard(ref) {
      if (hasNames(ref)) await rm(asideOf(ref), { force: true });
    },
    async tidy() {
      const folders = (await servers()).map(folderOf);
      for (const folder of folders.flatMap((each) => [each, join(each, ASIDE)])) await removeDrafts(folder);
    },
    async removeServer(serverId) {
      if (DISCORD_ID.test(serverId)) await rm(folderOf(serverId), { recursive: true, force: true });
    },
  };
}

function hasNames({ serverId, id }: DeskRef): boolean {
  return DISCORD_ID.test(serverId) && ARTICLE_ID.test(id);
}

function requireNames(ref: DeskRef): void {
  if (!hasNames(ref)) throw new Error(`No file can be named after ${JSON.stringify(ref)}.`);
}

async function readIfThere(ref: DeskRef, pathOf: (ref: DeskRef) => string): Promise<Uint8Array | undefined> {
  return hasNames(ref) ? orIfMissing(readFile(pathOf(ref)), undefined) : undefined;
}

async function listIds(folder: string, serverId: string): Promise<readonly string[]> {
  if (!DISCORD_ID.test(serverId)) return [];
  const ids = (await listNames(folder)).flatMap((name) => /^(.+)\.md$/.exec(name)?.[1] ?? []);
  return ids.filter((id) => ARTICLE_ID.test(id)).sort();
}

function listNames(folder: string): Promise<readonly string[]> {
  return orIfMissing(readdir(folder), []);
}

/** @returns false when there is nothing to move */
function moved(from: string, to: string): Promise<boolean> {
  return orIfMissing(
    rename(from, to).then(() => true),
    false,
  );
}

function isThere(path: string): Promise<boolean> {
  return orIfMissing(
    stat(path).then(() => true),
    false,
  );
}

async function removeDrafts(folder: string): Promise<void> {
  for (const name of await listNames(folder)) {
    if (!DRAFT.test(name)) continue;
    const written = await orIfMissing(
      stat(join(folder, name)).then(({ mtimeMs }) => mtimeMs),
      Infinity,
    );
    if (Date.now() - written > DRAFT_MS) await rm(join(folder, name), { force: true });
  }
}

async function orIfMissing<T>(work: Promise<T>, instead: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead;
    throw error;
  }
}
