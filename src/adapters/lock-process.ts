import { randomBytes } from 'node:crypto';
import { copyFile, constants, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export type LockOutcome = { readonly release: () => Promise<void> } | { readonly heldBy: number };

/** Who holds a lock: the content of its file. */
interface Owner {
  readonly pid: number;
  /** Tells two locks of one process id apart; empty in a lock of an older version. */
  readonly nonce: string;
}

/** Locks that this process holds: after a restart in a container, another process may well have the same id. */
const held = new Set<string>();

/** How often a lock that another process holds is asked for again. Milliseconds. */
const RETRY_MS = 20;

/** Somebody is just taking over what a dead process left: looked at again this often, in milliseconds. */
const PAUSE_MS = 10;
const PATIENCE_MS = 2000;

/**
 * Takes a lock that lasts as long as this process. A lock that a dead process left is taken over. The file is
 * written first and then linked to its name, so that it never stands there without its owner.
 * @returns a function that gives it back, or the process id of the holder
 */
export async function lockProcess(path: string): Promise<LockOutcome> {
  await mkdir(dirname(path), { recursive: true });
  const nonce = randomBytes(8).toString('hex');
  const draft = `${path}.${nonce}.tmp`;
  await writeFile(draft, `${process.pid} ${nonce}\n`, { flag: 'wx' });
  held.add(nonce);
  let outcome: LockOutcome | undefined;
  try {
    outcome = await acquire(path, draft, nonce);
    return outcome;
  } finally {
    if (!outcome || 'heldBy' in outcome) held.delete(nonce);
    await rm(draft, { force: true });
  }
}

/**
 * The same, as soon as nobody else holds it.
 * @param onWait told once, with the process id of the holder
 * @returns a function that gives it back
 */
export async function waitForLock(
  path: string,
  onWait?: (pid: number) => void,
): Promise<() => Promise<void>> {
  let told = false;
  for (;;) {
    const lock = await lockProcess(path);
    if ('release' in lock) return lock.release;
    if (!told) onWait?.(lock.heldBy);
    told = true;
    await delay(RETRY_MS);
  }
}

/** Looks without touching it. @returns the process that holds the lock; undefined when none does or none lives */
export async function readLockHolder(path: string): Promise<number | undefined> {
  const owner = await readOwner(path);
  return owner !== 'gone' && owner !== 'unwritten' && isHolding(owner) ? owner.pid : undefined;
}

async function acquire(path: string, draft: string, nonce: string): Promise<LockOutcome> {
  const deadline = performance.now() + PATIENCE_MS;
  const release = async (): Promise<void> => {
    held.delete(nonce);
    await rm(path, { force: true });
  };
  for (;;) {
    if (await linkNew(draft, path)) return { release };
    const owner = await readOwner(path);
    if (owner === 'gone') continue;
    const patient = performance.now() < deadline;
    if (owner === 'unwritten' && patient) {
      await delay(PAUSE_MS);
      continue;
    }
    if (owner !== 'unwritten' && isHolding(owner)) return { heldBy: owner.pid };
    const rival = await takeOver(path, draft, owner);
    if (rival === undefined) return { release };
    if (!patient && rival > 0) return { heldBy: rival };
    await delay(PAUSE_MS);
  }
}

/**
 * Puts our lock in the place of a dead one. Only who holds the lock with the dead owner's name may do that, and looks
 * once more whether it is still there: whoever saw it before us finds ours now. A process that dies in between leaves
 * a lock that is taken over in the same way.
 * @returns undefined when it is ours, the process that is at it, or 0 when it has just changed hands
 */
async function takeOver(path: string, draft: string, dead: Owner | 'unwritten'): Promise<number | undefined> {
  const turn = await lockProcess(`${path}.${dead === 'unwritten' ? 'unwritten' : dead.nonce || 'old'}`);
  if ('heldBy' in turn) return turn.heldBy;
  try {
    const owner = await readOwner(path);
    if (owner === 'gone' || !isSame(owner, dead)) return 0;
    await rename(draft, path);
    return undefined;
  } finally {
    await turn.release();
  }
}

function isSame(one: Owner | 'unwritten', other: Owner | 'unwritten'): boolean {
  if (one === 'unwritten' || other === 'unwritten') return one === other;
  return one.pid === other.pid && one.nonce === other.nonce;
}

function isHolding({ pid, nonce }: Owner): boolean {
  if (pid === process.pid) return held.has(nonce);
  return isAlive(pid);
}

/** @returns false when the name is taken */
async function linkNew(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without hard links: the name is still taken once only, but the content comes a moment later.
    return copyFile(draft, path, constants.COPYFILE_EXCL).then(
      () => true,
      (cause: unknown) => {
        if (codeOf(cause) === 'EEXIST') return false;
        throw cause;
      },
    );
  }
}

async function readOwner(path: string): Promise<Owner | 'gone' | 'unwritten'> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (content === undefined) return 'gone';
  const [, pid, nonce] = /^(\d+)(?: ([0-9a-f]+))?\s*$/.exec(content) ?? [];
  return pid === undefined ? 'unwritten' : { pid: Number(pid), nonce: nonce ?? '' };
}

/** Whether a process with that id is there, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
