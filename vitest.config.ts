import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The real model and child processes: two cores under load need patience, not a race.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // By default two cores get one worker; much of the time is spent waiting for timers and child processes.
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
});
