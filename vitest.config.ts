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
    // By default two cores get one worker; much of the time is spent waiting for timers and child processes.
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
});
