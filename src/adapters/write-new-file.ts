import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface NewFileOptions {
  /** Permissions; by default those of every file. */
  readonly mode?: number;
  readonly write: (file: FileHandle) => Promise<void>;
}

/**
 * Writes a file beside the target and gives it its name when all of it is on the disk: a file of that name is whole.
 * @returns false when the name is taken
 */
export async function writeNewFile(target: string, { mode, write }: NewFileOptions): Promise<boolean> {
  const draft = join(dirname(target), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, target);
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw cause;
    // A file system without hard links: a race with another writer is unlikely enough.
    if (await exists(target)) return false;
    await rename(draft, target);
    return true;
  } finally {
    await rm(draft, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
