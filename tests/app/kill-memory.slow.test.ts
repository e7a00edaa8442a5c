import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { createRandom } from '../../src/domain/seeded-random.ts';
import { makeTempFolder } from '../temp-folder.ts';
import { startMemoryChild } from './start-memory-child.ts';

const TRIALS = 50;
/** Milliseconds after the first acknowledgement within which the process is killed. */
const WITHIN = 120;

it(
  `loses nothing that was acknowledged, killed at ${TRIALS} random moments under writes`,
  { timeout: TRIALS * 10_000 },
  async () => {
    const folder = await makeTempFolder();
    const random = createRandom(11);
    const kept: Acknowledged[] = [];
    let next = 1;
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const said = await writeUntilKilled(folder, next, random() * WITHIN);
      expect(said.length).toBeGreaterThan(0);
      kept.push(...said);
      next = Math.max(...kept.map(({ id }) => Number(id))) + 10;
      await expectKept(folder, said);
    }
    expect(new Set(kept.map(({ what }) => what))).toEqual(new Set(['kept', 'voted', 'set']));
    await expectKept(folder, kept);
  },
);

interface Acknowledged {
  readonly what: string;
  readonly id: string;
}

async function expectKept(folder: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const store = await openStore(join(folder, 'verbatim.db'));
  const { exchanges, feedback, settings } = store;
  for (const { what, id } of acknowledged) {
    if (what === 'kept')
      expect(await exchanges.find(id), `exchange ${id}`).toMatchObject({
        question: `Question ${id}?`,
        excerpts: [{ articleId: 'lighthouse' }, { articleId: 'bell' }],
      });
    if (what === 'voted') expect(await feedback.of(id), `vote ${id}`).toMatchObject([{ vote: 'up' }]);
    if (what === 'set') {
      expect(await settings.read(`s${id}`), `server ${id}`).toMatchObject({
        language: 'de',
        gapWording: true,
      });
      expect(await settings.changes(`s${id}`, 2), `server ${id}`).toMatchObject([{ by: 'ada' }]);
    }
  }
  await store.close();
}

/** @returns what was acknowledged, on whole lines */
async function writeUntilKilled(
  folder: string,
  first: number,
  delay: number,
): Promise<readonly Acknowledged[]> {
  const child = startMemoryChild({ folder, first, all: true });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const ended = once(child, 'close');
  while (!stdout.includes('kept') && child.exitCode === null) await setTimeout(5);
  await setTimeout(delay);
  child.kill('SIGKILL');
  await ended;
  expect(stderr).toBe('');
  expect(stdout).not.toContain('lost');
  return [...stdout.matchAll(/^(kept|voted|set) (\d+)\n/gmu)].map(([, what = '', id = '']) => ({ what, id }));
}
