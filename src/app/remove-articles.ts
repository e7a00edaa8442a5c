import { openLocalArticles } from '../adapters/import/local-articles.ts';
import { readRemoveCommand } from '../cli/read-remove-command.ts';
import { runRemove } from '../cli/run-remove.ts';
import { compose } from './compose.ts';
import { loadEnvironment, readConfig } from './config.ts';
import { loadKnownArticles } from './known-articles.ts';
import { openTerminal } from './open-terminal.ts';
import { reindex } from './reindex.ts';

/** `npm run remove`. @returns the exit code @throws VerbatimError */
export async function removeArticles(args: readonly string[]): Promise<number> {
  const command = readRemoveCommand(args);
  const config = readConfig(loadEnvironment(), command);
  const composition = compose(config);
  const terminal = openTerminal();
  try {
    return await runRemove(command, {
      ...terminal,
      local: openLocalArticles(config.corpusDir),
      loadKnown: () => loadKnownArticles(composition),
      reindex: () => reindex(composition),
    });
  } finally {
    terminal.close();
  }
}
