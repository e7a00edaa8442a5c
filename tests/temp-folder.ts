import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that goes when the test that asked for it ends. */
export async function makeTempFolder(): Promise<string> {
  const folder = await makeSharedFolder();
  const home = process.cwd();
  onTestFinished(() => {
    // A command that hangs in a test that failed must not leave the files that follow in a folder that is gone.
    if (process.cwd().startsWith(folder)) process.chdir(home);
    return rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A folder that several tests share; whoever asks for it removes it. */
export function makeSharedFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'verbatim-test-'));
}

/** Writes files by their paths below the folder, with the folders that they need. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Every path below the folder with the hash of its bytes: whatever is written, moved or removed shows. */
export async function readTree(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.map(async (entry): Promise<[string, string]> => {
    const path = join(entry.parentPath, entry.name);
    return [
      path,
      entry.isFile()
        ? createHash('sha256')
            .update(await readFile(path))
            .digest('hex')
        : 'folder',
    ];
  });
  return Object.fromEntries(await Promise.all(files));
}
