import { createProgressReporter } from '../cli/report-progress.ts';
import { countNoun } from '../text/count-noun.ts';
import type { Corpus } from '../indexing/build-index.ts';
import type { Composition } from './compose.ts';

/** Builds the index when there is none or the corpus has changed, saying so on stderr. */
export async function ensureIndex(composition: Composition, corpus: Corpus): Promise<void> {
  for (const line of corpus.leftOut) process.stderr.write(`${line}\n`);
  if (await composition.isIndexCurrent(corpus)) return;
  const missing = (await composition.store.currentManifest()) === undefined;
  process.stderr.write(
    missing ? 'There is no index yet; building it.\n' : 'The corpus has changed; updating the index.\n',
  );
  const progress = createProgressReporter(process.stderr);
  try {
    const report = await composition.updateIndex(corpus, {
      onProgress: (done) => {
        progress.update(done);
      },
    });
    progress.stop();
    process.stderr.write(
      `Indexed ${countNoun(report.articles, 'article')}, ${countNoun(report.passages, 'passage')}.\n`,
    );
  } finally {
    progress.stop();
  }
}
