import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { openWorkspace } from './open-workspace.ts';
import { serveParent } from './serve-parent.ts';

export interface IndexOrder {
  readonly config: Config;
  readonly rebuild: boolean;
}

/** The entry of the process that brings the index up to date beside a bot that answers. */
serveParent(async ({ config, rebuild }: IndexOrder, onProgress) => {
  const workspace = openWorkspace(config, () => Promise.resolve(compose(config)));
  return (await workspace.readCorpus()).updateIndex({ rebuild, onProgress });
});
