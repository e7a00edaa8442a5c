import { defineConfig } from 'vitest/config';

/** The long trials: kills, load, many articles. One at a time, since they measure. */
export default defineConfig({
  test: {
    include: ['tests/**/*.slow.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
