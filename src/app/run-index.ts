import { watch } from 'chokidar';
import { countNoun } from '../cli/count-noun.ts';
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
  await indexOnce(composition, command.rebuild);
  if (command.watch) await followFolder(composition);
}

/** Brings the index up to date and prints what it did. */
export async function indexOnce(composition: Composition, rebuild = false): Promise<IndexReport> {
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
  const { articles, passages, encodedArticles, encodedPassages, passport } = report;
  const size = `${countNoun(articles, 'article')}, ${countNoun(passages, 'passage')}`;
  if (!report.written) return `Nothing has changed: ${size}. The index is up to date.`;
  const work = `${countNoun(encodedArticles, 'article')} with ${countNoun(encodedPassages, 'passage')} embedded, the others kept their vectors`;
  return `Indexed ${size} in ${seconds.toFixed(1)} s (${work}). Generation ${passport.generation}.`;
}

/** Reindexes after every change until the process is stopped. */
async function followFolder(composition: Composition): Promise<void> {
  const watcher = watch(composition.config.corpusDir, { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const update = async (): Promise<void> => {
    try {
      await indexOnce(composition);
    } catch (error) {
      // The index stays as it was; the next change may mend what is wrong.
      if (!(error instanceof VerbatimError)) throw error;
      process.stderr.write(`${error.message}\n`);
    }
  };
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(update);
    }, SETTLE_MS);
  });
  process.stdout.write(`Following ${composition.config.corpusDir}; Ctrl-C ends.\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
}
