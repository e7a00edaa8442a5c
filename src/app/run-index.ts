import { once } from 'node:events';
import { watch } from 'chokidar';
import { countNoun } from '../text/count-noun.ts';
import { createProgressReporter } from '../cli/report-progress.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { IndexReport } from '../indexing/build-index.ts';
import type { Composition } from './compose.ts';

export interface IndexCommand {
  readonly rebuild: boolean;
  /** Keep running and follow the folder. */
  readonly watch: boolean;
}

/** Quiet time after a change before the folder is read: editors write a file in several steps. */
const SETTLE_MS = 300;

export async function runIndex(composition: Composition, command: IndexCommand): Promise<void> {
  if (command.watch) await followFolder(composition, command.rebuild);
  else await indexOnce(composition, command.rebuild);
}

/** Brings the index up to date and prints what it did. */
async function indexOnce(composition: Composition, rebuild = false): Promise<IndexReport> {
  const started = performance.now();
  const corpus = await composition.readCorpus();
  if (corpus.entries.length === 0) {
    throw new VerbatimError(
      'corpus-missing',
      `The corpus folder ${composition.config.corpusDir} holds no article. Put a .md or .txt file into it, or run \`npm run add -- FILE\`. The index is as it was.`,
    );
  }
  for (const line of corpus.leftOut) process.stdout.write(`${line}\n`);
  const progress = createProgressReporter(process.stdout);
  try {
    const report = await composition.updateIndex(corpus, {
      rebuild,
      onProgress: (done) => {
        progress.update(done);
      },
    });
    progress.stop();
    process.stdout.write(`${describe(report, (performance.now() - started) / 1000)}\n`);
    return report;
  } finally {
    progress.stop();
  }
}

function describe(report: IndexReport, seconds: number): string {
  const { articles, passages, encodedArticles, encodedPassages, manifest } = report;
  const size = `${countNoun(articles, 'article')}, ${countNoun(passages, 'passage')}`;
  if (!report.written) return `Nothing has changed: ${size}. The index is up to date.`;
  const work = `${countNoun(encodedArticles, 'article')} with ${countNoun(encodedPassages, 'passage')} embedded, the others kept their vectors`;
  return `Indexed ${size} in ${seconds.toFixed(1)} s (${work}). Generation ${manifest.generation}.`;
}

/**
 * Reindexes after every change until the process is stopped. The folder is followed from before it is read
 * for the first time, so that no change falls between.
 */
async function followFolder(composition: Composition, rebuild: boolean): Promise<void> {
  const watcher = watch(composition.config.corpusDir, { ignoreInitial: true });
  // Such as a folder whose rights were taken away; the rest is still followed.
  watcher.on('error', (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  });
  await once(watcher, 'ready');
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => updateQuietly(composition));
    }, SETTLE_MS);
  };
  watcher.on('all', follow);
  await indexOnce(composition, rebuild).catch(tellMistake);
  process.stdout.write(`Following ${composition.config.corpusDir}; Ctrl-C ends.\n`);
  await waitForSignal();
  clearTimeout(timer);
  await watcher.close();
  await running;
}

/** A file that was only touched is no news. The index stays as it was where the corpus has a mistake. */
async function updateQuietly(composition: Composition): Promise<void> {
  try {
    const corpus = await composition.readCorpus();
    if (!(await composition.isIndexCurrent(corpus))) await indexOnce(composition);
  } catch (error) {
    tellMistake(error);
  }
}

function tellMistake(error: unknown): void {
  if (!(error instanceof VerbatimError)) throw error;
  process.stderr.write(`${error.message}\n`);
}

function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
