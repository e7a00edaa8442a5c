import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openVectraStore } from '../../src/adapters/index-store/open-vectra-store.ts';
import { createRandom } from '../../src/domain/seeded-random.ts';
import { makeSharedFolder, writeFiles } from '../temp-folder.ts';
import { spawnCli, startCli } from './run-cli.ts';

/** What was left after the indexer's process group was killed. */
export interface KillTrial {
  /** Milliseconds from the start of the indexer to the kill. */
  readonly killedAfterMs: number;
  /** Whether the indexer had ended before it could be killed. */
  readonly tooLate: boolean;
  /** The tide that the index spoke of right after the kill: of the generation before, or of the new one. */
  readonly indexed: string;
  /** What `ask` then quoted, and its exit code. */
  readonly quoted: string;
  readonly code: number | null;
}

export interface KillTrials {
  readonly trials: readonly KillTrial[];
  /** Names in the index folder at the very end: nothing abandoned may be left. */
  readonly left: readonly string[];
}

/** The sentence that changes from trial to trial; the tide tells which generation a reader has. */
export function tideSentence(tide: string): string {
  return `The tide of Ellerby rose to ${tide} inches that year.`;
}

/** A new corpus for each trial, of as many articles as keep the indexer busy for a while. */
function corpusWith(tide: string): Readonly<Record<string, string>> {
  const filler = (n: number): string =>
    Array.from(
      { length: 6 },
      (_, i) =>
        `Log ${tide}, page ${n}, line ${i}: the ferry left late, and the bell of pier ${n + i} rang twice.`,
    ).join('\n\n');
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [
      `corpus/log-${n}.txt`,
      n === 6 ? `${tideSentence(tide)}\n\n${filler(n)}` : filler(n),
    ]),
  );
}

/**
 * Kills the indexer's process group (SIGKILL) at moments spread over its run, once in each equal part of it,
 * and asks a question after each.
 */
export async function runKillTrials(count: number, seed: number): Promise<KillTrials> {
  const folder = await makeSharedFolder();
  const random = createRandom(seed);
  try {
    await writeFiles(folder, corpusWith('100'));
    const started = performance.now();
    const first = await spawnCli('index', [], { folder });
    if (first.code !== 0) throw new Error(`The first run failed: ${first.stderr}`);
    const runMs = performance.now() - started;
    const trials: KillTrial[] = [];
    for (let i = 0; i < count; i += 1) {
      await writeFiles(folder, corpusWith(String(101 + i)));
      trials.push(await killOnce(folder, ((i + random()) / count) * runMs));
    }
    const done = await spawnCli('index', ['--rebuild'], { folder });
    if (done.code !== 0) throw new Error(`The last run failed: ${done.stderr}`);
    return { trials, left: await readdir(join(folder, 'data', 'index')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function killOnce(folder: string, killedAfterMs: number): Promise<KillTrial> {
  const indexer = startCli('index', [], { folder });
  const exited = once(indexer, 'exit');
  await setTimeout(killedAfterMs);
  const tooLate = indexer.exitCode !== null;
  if (!tooLate && indexer.pid !== undefined) process.kill(-indexer.pid, 'SIGKILL');
  await exited;
  const index = await openVectraStore(join(folder, 'data', 'index')).open();
  const text = index.articles.map((article) => article.text).join('\n');
  await Promise.all(index.passages.map(({ id }) => index.tokens(id)));
  await index.close();
  const asked = await spawnCli('ask', ['--json', 'How high did the tide of Ellerby rise that year?'], {
    folder,
  });
  return {
    killedAfterMs,
    tooLate,
    indexed: /rose to (\d+) inches/.exec(text)?.[1] ?? '',
    quoted: asked.stdout + asked.stderr,
    code: asked.code,
  };
}
