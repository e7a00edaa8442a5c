import type { IndexUpdate } from '../cli/services.ts';
import type { IndexProgress } from '../indexing/build-index.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { openWorkspace } from './open-workspace.ts';
import { serveParent } from './serve-parent.ts';

/** The configuration without what an indexer has no use for. */
export interface IndexOrder {
  readonly config: Omit<Config, 'discordToken'>;
}

/** The entry of the process that brings the index up to date beside a bot that answers. */
serveParent<IndexOrder, IndexUpdate, IndexProgress>(async ({ config: given }, onProgress) => {
  const config: Config = { ...given, discordToken: undefined };
  const workspace = openWorkspace(config, () => Promise.resolve(compose(config)));
  return (await workspace.readCorpus()).updateIndex({ rebuild: false, onProgress });
});
