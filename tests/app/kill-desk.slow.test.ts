import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openServerShelf } from '../../src/adapters/import/server-shelf.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import type { RunningDesk } from '../../src/desk/create-desk.ts';
import { createRandom } from '../../src/domain/seeded-random.ts';
import { makeTempFolder } from '../temp-folder.ts';

const TRIALS = 30;
/** Milliseconds after the process is ready within which it is killed. */
const WITHIN = 2500;
const SERVER = '100000000000000001';
const CHILD = fileURLToPath(new URL('./desk-process.ts', import.meta.url));

/** What may be there after each step, and after the next one. */
const STEPS = ['none', 'add', 'replace', 'remove', 'undo', 'end'] as const;
const LEFT: Readonly<Record<(typeof STEPS)[number], string>> = {
  none: 'nothing',
  add: 'once',
  replace: 'twice',
  remove: 'removed',
  undo: 'twice',
  end: 'removed',
};

it(
  `keeps what was acknowledged and nothing half done, killed at ${TRIALS} random moments`,
  { timeout: TRIALS * 20_000 },
  async () => {
    const folder = await makeTempFolder();
    const random = createRandom(5);
    const last = new Map<string, (typeof STEPS)[number]>();
    for (let trial = 0; trial < TRIALS; trial += 1) {
      for (const [, step, id] of await workUntilKilled(folder, 1 + trial * 1000, random() * WITHIN))
        last.set(id ?? '', STEPS.find((each) => each === step) ?? 'none');
      const store = await openStore(join(folder, 'data', 'verbatim.db'));
      const desk = openDeskOver(folder, store);
      await desk.recover();
      const found = await lookAround(folder, desk);
      for (const [id, step] of last) {
        const next = STEPS[STEPS.indexOf(step) + 1] ?? step;
        expect([LEFT[step], LEFT[next]], `${id} after ${step} in trial ${trial}`).toContain(
          found.get(id) ?? 'nothing',
        );
      }
      // At most one more was begun.
      expect(found.size - last.size).toBeLessThanOrEqual(trial + 1);
      const removals = await store.desk.removals(SERVER);
      const removed = [...found].flatMap(([id, state]) => (state === 'removed' ? id : []));
      expect(removals.map(({ id }) => id).sort()).toEqual(removed.sort());
      await store.close();
    }
    expect(new Set([...last.values()])).toContain('end');
  },
);

/** @returns what was acknowledged: the line, the step and the id */
async function workUntilKilled(
  folder: string,
  first: number,
  delay: number,
): Promise<readonly (readonly string[])[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, String(first)]);
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const ended = once(child, 'close');
  while (!stdout.includes('ready') && child.exitCode === null) await setTimeout(5);
  await setTimeout(delay);
  child.kill('SIGKILL');
  await ended;
  expect(stderr).toBe('');
  return [...stdout.matchAll(/^(\w+) \d+ (\S+)\n/gmu)];
}

function openDeskOver(folder: string, store: Awaited<ReturnType<typeof openStore>>): RunningDesk {
  const never = () => Promise.reject(new Error('Nothing is added here.'));
  return createDesk({
    shelf: openServerShelf(join(folder, 'corpus')),
    store: store.desk,
    editions: store.editions,
    indexer: { update: () => Promise.resolve(), dropOlder: () => Promise.resolve() },
    importSource: never,
    fetchPage: undefined,
    limits: { articles: 1, words: 1, addsADay: 1 },
    now: () => new Date(),
    makeSuffix: () => '',
    onFailed: (error) => {
      throw error;
    },
  });
}

/** What each article is, by the files alone; one that is in two places fails. */
async function lookAround(folder: string, desk: RunningDesk): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const server = join(folder, 'corpus', 'servers', SERVER);
  for (const { id } of await desk.list(SERVER)) {
    const word = /rings (once|twice)\.\n$/.exec(await readFile(join(server, `${id}.md`), 'utf8'))?.[1];
    expect(word, id).toBeDefined();
    found.set(id, word ?? '');
  }
  for (const name of await readdir(join(server, '.removed')).catch(() => [])) {
    const id = name.replace(/\.md$/, '');
    expect(found.has(id), id).toBe(false);
    found.set(id, 'removed');
  }
  return found;
}
