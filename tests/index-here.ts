import type { Composition } from '../src/app/compose.ts';
import { openWorkspace } from '../src/app/open-workspace.ts';
import type { Indexer } from '../src/domain/ports/indexer.ts';

/** The work of the indexer's process, in this one. */
export function indexHere(composition: Composition): Indexer {
  const workspace = openWorkspace(composition.config, () => Promise.resolve(composition));
  return {
    async update(onProgress) {
      await (await workspace.readCorpus()).updateIndex({ rebuild: false, onProgress });
    },
    dropOlder: () => workspace.dropOlder(),
  };
}
