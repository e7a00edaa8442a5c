import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { isAlive, waitForLock } from '../lock-process.ts';

/** The pointer: its text is the name of the generation that is current. */
const POINTER = 'current';
/** Held for the few milliseconds that publishing takes. */
const LOCK = 'publishing.lock';
const GENERATION = /^\d{8}T\d{9}Z-[0-9a-f]{6}$/;
const POINTER_TEXT = z.string().trim().regex(GENERATION);
/** `building-<pid>-<random>`: the process id tells a dead indexer's left-over from a live one's work. */
const BUILDING = /^building-(\d+)-/;

/** Names sort by the time they were given. */
export function nameGeneration(now: Date): string {
  return `${now.toISOString().replace(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`;
}

/** Name of the current generation; undefined where the pointer is missing or names none. */
export async function readPointer(folder: string): Promise<string | undefined> {
  const content = await readFile(join(folder, POINTER), 'utf8').catch(() => undefined);
  return POINTER_TEXT.safeParse(content).data;
}

/**
 * A new folder to build a generation in; nothing sees it before `publish`.
 * @throws VerbatimError index-not-writable
 */
export async function startBuilding(folder: string): Promise<string> {
  const building = join(folder, `building-${process.pid}-${randomBytes(3).toString('hex')}`);
  try {
    await mkdir(building, { recursive: true });
    await access(building, constants.W_OK);
  } catch (cause) {
    throw notWritable(folder, cause);
  }
  return building;
}

/**
 * Gives the built folder its name and makes it current by one rename; then tidies up. One process at a time
 * does this: another's tidying would take a generation that has its name but is not current yet.
 */
export async function publish(folder: string, building: string, generation: string): Promise<void> {
  const release = await waitForLock(join(folder, LOCK));
  try {
    const before = await readPointer(folder);
    await rename(building, join(folder, generation));
    await writeFileAtomic(join(folder, POINTER), generation);
    await tidy(folder, new Set([generation, before ?? '']));
  } finally {
    await release();
  }
}

/** Removes every generation but the current one, so that nothing is left of an article that was taken down. */
export async function dropOlderGenerations(folder: string): Promise<void> {
  const current = await readPointer(folder);
  if (current === undefined) return;
  const release = await waitForLock(join(folder, LOCK));
  try {
    await tidy(folder, new Set([current]));
  } finally {
    await release();
  }
}

/** Removes generations that nobody needs and what a killed indexer left. */
async function tidy(folder: string, keep: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    const building = BUILDING.exec(name);
    const abandoned = building ? !isAlive(Number(building[1])) : false;
    const outdated = GENERATION.test(name) && !keep.has(name);
    if (abandoned || outdated) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** The error for a folder that refused to be written, whatever was being written. */
export function notWritable(folder: string, cause: unknown): VerbatimError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new VerbatimError(
    'index-not-writable',
    `The index cannot be written to ${folder} (${reason}). Make the folder writable, or name another one with INDEX_DIR or --index. The index before is untouched.`,
    { cause },
  );
}
