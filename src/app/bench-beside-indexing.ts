import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from '../evaluation/quantile.ts';
import type { Config } from './config.ts';
import { indexInChild } from './open-desk.ts';
import { measureTimes } from './measure-times.ts';

/** What an answer takes while the index is built beside it, to what it takes without; 1 is no difference. */
export interface BesideFigure {
  readonly p50: number;
  readonly p95: number;
}

/** What is asked, and what is indexed meanwhile. */
export interface BesideRequest {
  readonly ask: (question: string) => Promise<unknown>;
  readonly questions: readonly string[];
  readonly config: Config;
  /** The folder of articles that is indexed over and over. */
  readonly corpusDir: string;
}

/** Asks in quiet, then while the indexer's process builds generation after generation of the same articles. */
export async function benchBesideIndexing(request: BesideRequest): Promise<BesideFigure> {
  const { ask, questions, corpusDir } = request;
  const indexDir = await mkdtemp(join(tmpdir(), 'verbatim-beside-'));
  const stop = new AbortController();
  const config = { ...request.config, corpusDir, indexDir };
  const indexer = indexInChild({ config, rebuild: true, signal: stop.signal });
  try {
    const quiet = await measureTimes(questions, ask);
    let begun = (): void => undefined;
    const building = new Promise<void>((resolve) => (begun = resolve));
    const indexing = (async () => {
      while (!stop.signal.aborted) await indexer.update(begun);
    })();
    const beside = await Promise.race([building, indexing]).then(() => measureTimes(questions, ask));
    stop.abort();
    await indexing.catch((error: unknown) => {
      if (error !== stop.signal.reason) throw error;
    });
    const ratio = (q: number): number => quantile(beside, q) / quantile(quiet, q);
    return { p50: ratio(0.5), p95: ratio(0.95) };
  } finally {
    stop.abort();
    await rm(indexDir, { recursive: true, force: true });
  }
}
