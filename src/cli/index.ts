import { countNoun } from '../text/count-noun.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import type { IndexUpdate, Workspace } from './services.ts';
import { updateIndex } from './update-index.ts';
import { waitForSignal } from './wait-for-signal.ts';

export const summary = 'Brings the index up to date with the corpus folder.';
export const usage = '[--rebuild] [--watch] [--corpus DIR] [--index DIR]';
export const options = {
  rebuild: { kind: 'switch', help: 'encode every article anew' },
  watch: { kind: 'switch', help: 'keep running and follow the folder' },
  ...FOLDER_OPTIONS,
} as const satisfies OptionTable;

/** Quiet time after a change before the folder is read: editors write a file in several steps. */
const SETTLE_MS = 300;

export async function run(
  { values }: CommandInput<typeof options>,
  context: CommandContext,
): Promise<number> {
  const workspace = await context.services.openWorkspace(values);
  if (values.watch) await followFolder(workspace, values.rebuild, context);
  else await indexOnce(workspace, values.rebuild, context);
  return 0;
}

/** Brings the index up to date and prints what it did. */
async function indexOnce(
  workspace: Workspace,
  rebuild: boolean,
  { stdout, now }: CommandContext,
): Promise<void> {
  const started = now().getTime();
  const corpus = await workspace.readCorpus();
  if (corpus.entries.length === 0) {
    throw new VerbatimError(
      'corpus-missing',
      `The corpus folder ${workspace.corpusDir} holds no article. Put a .md or .txt file into it, or run \`npm run add -- FILE\`. The index is as it was.`,
    );
  }
  for (const line of corpus.leftOut) stdout.write(`${line}\n`);
  const update = await updateIndex(corpus, { stream: stdout, now, rebuild });
  stdout.write(`${describe(update, (now().getTime() - started) / 1000)}\n`);
}

function describe(update: IndexUpdate, seconds: number): string {
  const { articles, passages, encodedArticles, encodedPassages, generation } = update;
  const size = `${countNoun(articles, 'article')}, ${countNoun(passages, 'passage')}`;
  if (!update.written) return `Nothing has changed: ${size}. The index is up to date.`;
  const work = `${countNoun(encodedArticles, 'article')} with ${countNoun(encodedPassages, 'passage')} embedded, the others kept their vectors`;
  return `Indexed ${size} in ${seconds.toFixed(1)} s (${work}). Generation ${generation}.`;
}

/**
 * Reindexes after every change until the process is told to stop. The folder is followed from before it is read
 * for the first time, so that no change falls between.
 */
async function followFolder(workspace: Workspace, rebuild: boolean, context: CommandContext): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => updateQuietly(workspace, context));
    }, SETTLE_MS);
  };
  const stopped = waitForSignal(context.signals);
  const close = await workspace.watchCorpus(follow, (error) => {
    // Such as a folder whose rights were taken away; the rest is still followed.
    context.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  });
  try {
    await indexOnce(workspace, rebuild, context).catch(tellMistake(context));
    context.stdout.write(`Following ${workspace.corpusDir}; Ctrl-C ends.\n`);
    await stopped;
  } finally {
    clearTimeout(timer);
    await close();
    await running;
  }
}

/** A file that was only touched is no news. The index stays as it was where the corpus has a mistake. */
async function updateQuietly(workspace: Workspace, context: CommandContext): Promise<void> {
  try {
    const corpus = await workspace.readCorpus();
    if (!(await corpus.isIndexed())) await indexOnce(workspace, false, context);
  } catch (error) {
    tellMistake(context)(error);
  }
}

function tellMistake({ stderr }: CommandContext): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof VerbatimError)) throw error;
    stderr.write(`${error.message}\n`);
  };
}
