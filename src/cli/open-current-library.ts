import type { Library } from '../domain/library.ts';
import type { CommandIo } from './command.ts';
import type { Workspace } from './services.ts';
import { updateIndex } from './update-index.ts';

/**
 * The library over the articles as they are now: the index is brought up to date first. A corpus without articles has
 * none, and its library says so.
 */
export async function openCurrentLibrary(
  workspace: Workspace,
  { stderr, now }: Pick<CommandIo, 'stderr' | 'now'>,
): Promise<{ readonly library: Library; readonly close: () => Promise<void> }> {
  const corpus = await workspace.readCorpus();
  if (corpus.entries.length > 0) await updateIndex(corpus, { stream: stderr, now, announce: workspace });
  return workspace.openLibrary();
}
