import { mkdir, open, readdir, unlink } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { VerbatimError } from '../../domain/errors.ts';
import type { LocalArticles } from '../../domain/importing.ts';
import { writeNewFile } from '../write-new-file.ts';

/** Sub-folder of the corpus for what is imported; git ignores it, so that no one commits what they may not. */
const LOCAL_FOLDER = 'local';

/** A front matter is read this far for the hash of its source. Bytes. */
const HEAD = 16 * 1024;

/** The imports of a corpus folder; the sub-folder is made when something is written. */
export function openLocalArticles(corpusFolder: string): LocalArticles {
  const folder = join(corpusFolder, LOCAL_FOLDER);
  const owns = (file: string): boolean => /^local\/[^/\\]+\.(?:md|txt)$/i.test(file);
  const isServers = (file: string): boolean => /^servers\/\d{17,20}\/[^/\\]+\.md$/.test(file);
  const hashes = new Map<string, string>();
  return {
    owns,
    mayRemove: (file) => owns(file) || isServers(file),
    locate: (id) => {
      const path = join(folder, `${id}.md`);
      const below = relative(process.cwd(), path);
      return below.startsWith('..') || isAbsolute(below) ? path : below;
    },
    async findSource(sha256) {
      const names = await readdir(folder).catch(() => []);
      for (const name of names) {
        if (!name.endsWith('.md') || name.startsWith('.')) continue;
        // A batch asks once for each of its files; each head is read once.
        const known = hashes.get(name) ?? (await readSourceHash(join(folder, name)));
        hashes.set(name, known);
        if (known === sha256) return name.replace(/\.md$/, '');
      }
      return undefined;
    },
    async save(id, markdown) {
      try {
        await mkdir(folder, { recursive: true });
        const isNew = await writeNewFile(join(folder, `${id}.md`), {
          write: (file) => file.writeFile(markdown),
        });
        return isNew ? `${LOCAL_FOLDER}/${id}.md` : undefined;
      } catch (cause) {
        throw new VerbatimError(
          'import-failed',
          `${id} was not added: ${folder} cannot be written (${messageOf(cause)}). Make the folder writable, or name another corpus with CORPUS_DIR.`,
          { cause },
        );
      }
    },
    async remove(file) {
      if (!owns(file) && !isServers(file)) {
        throw new VerbatimError(
          'usage',
          `${file} is not removed: it does not lie in ${LOCAL_FOLDER}/, where imports are kept, nor was it added by a server. Delete the file yourself if you mean it.`,
        );
      }
      try {
        await unlink(join(corpusFolder, file));
      } catch (cause) {
        throw new VerbatimError(
          'import-failed',
          `${file} was not removed (${messageOf(cause)}). Check the permissions of ${folder}.`,
          { cause },
        );
      }
    },
  };
}

/** The SHA-256 that the front matter names; empty when it names none. */
async function readSourceHash(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(buffer, 0, HEAD, 0);
    return /^sha256: ([0-9a-f]{64})$/m.exec(buffer.toString('utf8', 0, bytesRead))?.[1] ?? '';
  } finally {
    await file.close();
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
