import { createProgressReporter } from '../cli/report-progress.ts';
import type { IndexReport } from '../indexing/build-index.ts';
import type { Composition } from './compose.ts';

/** Brings the index up to date after articles came or went; progress goes to stderr. */
export async function reindex(composition: Composition): Promise<IndexReport> {
  const corpus = await composition.readCorpus();
  const progress = createProgressReporter(process.stderr);
  try {
    return await composition.updateIndex(corpus, {
      onProgress: (done) => {
        progress.update(done);
      },
    });
  } finally {
    progress.stop();
  }
}
