import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Long trials (kills, load) have a command of their own: npm run test:slow.
    exclude: [...configDefaults.exclude, 'tests/**/*.slow.test.ts'],
    // The real model and child processes: two cores under load need patience, not a race.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // A worker keeps the modules it has loaded from file to file: tests share no state but what a module holds.
    isolate: false,
    // By default two cores get one worker; much of the time is spent waiting for timers and child processes.
    maxWorkers: 3,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      // Where the parts are put together, each by its own tests, it is easily forgotten.
      thresholds: { 'src/cli/**': { lines: 80 }, 'src/app/**': { lines: 80 } },
    },
  },
});
