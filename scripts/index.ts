import { parseArgs } from 'node:util';
import { compose } from '../src/app/compose.ts';
import { loadEnvironment, readConfig } from '../src/app/config.ts';
import { runIndex } from '../src/app/run-index.ts';
import { runMain } from '../src/app/run-main.ts';

runMain(async () => {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      index: { type: 'string' },
      rebuild: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  });
  await runIndex(compose(readConfig(loadEnvironment(), values)), values);
});
