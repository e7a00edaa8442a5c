import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Takes a lock that lasts as long as this process. A lock that a dead process left is taken over.
 * @returns a function that gives it back, or the process id of the holder
 */
export async function lockProcess(
  path: string,
): Promise<{ readonly release: () => Promise<void> } | { readonly heldBy: number }> {
  await mkdir(dirname(path), { recursive: true });
  for (;;) {
    const file = await open(path, 'wx').catch(() => undefined);
    if (file) {
      await file.writeFile(String(process.pid));
      await file.close();
      return { release: () => rm(path, { force: true }) };
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    // In a container the next run may well get the process id of the one before.
    if (holder > 0 && holder !== process.pid && isAlive(holder)) return { heldBy: holder };
    await rm(path, { force: true });
  }
}

/** Whether a process with that id is there, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
