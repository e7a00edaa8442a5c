import { defineConfig } from 'vitest/config';

/** The long trials: kills, load, many articles, the importers' fuzz at size. One at a time, since they measure. */
export default defineConfig({
  test: {
    include: ['tests/**/*.slow.test.ts', 'tests/import/fuzz-import.test.ts'],
    env: { FUZZ_RUNS: '3000' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
