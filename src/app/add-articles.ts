import { openImportWorker } from '../adapters/import/open-import-worker.ts';
import { openLocalArticles } from '../adapters/import/local-articles.ts';
import { findSources } from '../adapters/import/read-sources.ts';
import { readAddCommand } from '../cli/read-add-command.ts';
import { runAdd } from '../cli/run-add.ts';
import { IMPORT_ENDINGS } from '../corpus/formats/detect-format.ts';
import { compose } from './compose.ts';
import { loadEnvironment, readConfig } from './config.ts';
import { loadKnownArticles } from './known-articles.ts';
import { openTerminal } from './open-terminal.ts';
import { reindex } from './reindex.ts';

/** The thread that parsers run in. */
const WORKER_ENTRY = new URL('./import-worker.ts', import.meta.url);

/** `npm run add`. @returns the exit code @throws VerbatimError */
export async function addArticles(args: readonly string[]): Promise<number> {
  const command = readAddCommand(args);
  const config = readConfig(loadEnvironment(), command);
  const composition = compose(config);
  const worker = openImportWorker(WORKER_ENTRY);
  const terminal = openTerminal();
  try {
    return await runAdd(command, {
      ...terminal,
      findSources: (argument) => findSources(argument, { endings: IMPORT_ENDINGS }),
      importSource: (source, options) => worker.importSource(source, options),
      local: openLocalArticles(config.corpusDir),
      loadKnown: () => loadKnownArticles(composition),
      reindex: () => reindex(composition),
      today: new Date().toISOString().slice(0, 10),
    });
  } finally {
    terminal.close();
    await worker.close();
  }
}
