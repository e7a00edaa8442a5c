import { fork, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive, lockProcess } from '../../src/adapters/lock-process.ts';
import { makeTempFolder } from '../temp-folder.ts';

const CHILD = fileURLToPath(new URL('lock-child.ts', import.meta.url));
const PAIRS = 50;

/** The id of a process that has just ended. */
function deadPid(): number {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  expect(isAlive(pid)).toBe(false);
  return pid;
}

describe('the lock of a process', () => {
  it('is given once, given back, and leaves nothing behind', async () => {
    const folder = await makeTempFolder();
    const path = join(folder, 'deep', 'bot.lock');
    const first = await lockProcess(path);
    expect(await lockProcess(path)).toEqual({ heldBy: process.pid });
    expect(await readFile(path, 'utf8')).toMatch(new RegExp(`^${process.pid} [0-9a-f]{16}\n$`));
    if (!('release' in first)) throw new Error('The lock was not given.');
    await first.release();
    const again = await lockProcess(path);
    expect(again).toHaveProperty('release');
    expect(await readdir(join(folder, 'deep'))).toEqual(['bot.lock']);
  });

  it.each([
    ['a dead process', () => `${deadPid()} 0123456789abcdef\n`],
    ['a dead process of an older version', () => String(deadPid())],
    ['an earlier process with our id, as in a container', () => `${process.pid} 0123456789abcdef\n`],
    ['a process that died before it wrote its id', () => ''],
  ])('is taken over from %s', async (_, content) => {
    const folder = await makeTempFolder();
    const path = join(folder, 'bot.lock');
    await writeFile(path, content());
    expect(await lockProcess(path)).toHaveProperty('release');
    expect(await readdir(folder)).toEqual(['bot.lock']);
  });

  it('is taken over also where the one that was taking it over died', async () => {
    const folder = await makeTempFolder();
    const path = join(folder, 'bot.lock');
    await writeFile(path, `${deadPid()} aa\n`);
    await writeFile(`${path}.aa`, `${deadPid()} bb\n`);
    expect(await lockProcess(path)).toHaveProperty('release');
    expect(await readdir(folder)).toEqual(['bot.lock']);
  });
});

describe('two processes that start at the same moment', () => {
  let children: readonly ChildProcess[];
  beforeAll(async () => {
    children = [0, 1].map(() => fork(CHILD, { execArgv: ['--import', 'tsx'] }));
    await Promise.all(children.map((child) => once(child, 'message')));
  });
  afterAll(() => {
    for (const child of children) child.kill();
  });

  async function tellBoth(order: object | 'release'): Promise<readonly unknown[]> {
    const answers = children.map(async (child) => {
      const answer = once(child, 'message');
      child.send(order);
      const [message] = (await answer) as readonly unknown[];
      return message;
    });
    return Promise.all(answers);
  }

  it.each([
    ['where there was no lock', false],
    ['over the lock of a dead process', true],
  ])(`never both get it, in ${PAIRS} tries, %s`, async (_, stale) => {
    const folder = await makeTempFolder();
    const left = stale ? `${deadPid()} 0123456789abcdef\n` : undefined;
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const path = join(folder, `${pair}.lock`);
      if (left !== undefined) await writeFile(path, left);
      const outcomes = await tellBoth({ path, at: Date.now() + 20 });
      const holder = children.find((_, index) => JSON.stringify(outcomes[index]) === '{"taken":true}');
      expect(outcomes, `pair ${pair}`).toContainEqual({ taken: true });
      expect(outcomes, `pair ${pair}`).toContainEqual({ heldBy: holder?.pid });
      await tellBoth('release');
    }
    expect(await readdir(folder)).toEqual([]);
  });
});
