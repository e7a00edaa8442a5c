import { countNoun } from '../text/count-noun.ts';
import type { Output } from './command.ts';
import { createProgressReporter } from './report-progress.ts';
import type { CorpusReading, IndexUpdate, Workspace } from './services.ts';

export interface UpdateOptions {
  /** Gets the progress and what is announced. */
  readonly stream: Output;
  readonly now: () => Date;
  /** Encodes everything anew, whatever the index holds. */
  readonly rebuild?: boolean;
  /** Says why it takes time, for a command that was about something else; nothing when there is nothing to do. */
  readonly announce?: Pick<Workspace, 'hasIndex'>;
}

/** Brings the index up to date with the corpus: every command that needs one comes through here. */
export async function updateIndex(
  corpus: CorpusReading,
  { stream, now, rebuild = false, announce }: UpdateOptions,
): Promise<IndexUpdate> {
  const say = (line: string): void => void stream.write(`${line}\n`);
  if (announce) {
    corpus.leftOut.forEach(say);
    if (!(await announce.hasIndex())) say('There is no index yet; building it.');
    else if (!(await corpus.isIndexed())) say('The corpus has changed; updating the index.');
  }
  const progress = createProgressReporter(stream, () => now().getTime());
  try {
    const update = await corpus.updateIndex({
      rebuild,
      onProgress: (done) => {
        progress.update(done);
      },
      onWait: (pid) => {
        say(`Another process (${pid}) is indexing; waiting until it has finished.`);
      },
    });
    progress.stop();
    if (announce && update.written)
      say(`Indexed ${countNoun(update.articles, 'article')}, ${countNoun(update.passages, 'passage')}.`);
    return update;
  } finally {
    progress.stop();
  }
}
