import type { Logger } from 'pino';
import { openStore } from '../adapters/store/open-store.ts';
import { createExchangeMemory } from '../conversation/exchange-memory.ts';
import type { ExchangeMemory } from '../conversation/exchange-memory.ts';
import { createSettingsMemory } from '../conversation/settings-memory.ts';
import type { SettingsMemory } from '../conversation/settings-memory.ts';
import { createStoreGuard } from '../conversation/store-guard.ts';
import type { StoreGuard } from '../conversation/store-guard.ts';
import type { Config } from './config.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Days that a reading is kept after something of it was posted: one that goes on is never so old. */
const KEEP_READINGS_DAYS = 30;

/** What the bot remembers; what has no memory of its own is reached through the guard. */
export interface Memory {
  readonly exchanges: ExchangeMemory;
  readonly settings: SettingsMemory;
  readonly guard: StoreGuard;
  close(): Promise<void>;
}

/** The store of that configuration; what is too old is forgotten now and once a day. */
export async function openMemory(
  {
    storeLocation,
    keepExchangesDays,
    keepGapsDays,
  }: Pick<Config, 'storeLocation' | 'keepExchangesDays' | 'keepGapsDays'>,
  logger: Logger,
): Promise<Memory> {
  const clock = () => performance.now();
  const guard = createStoreGuard({
    open: () =>
      openStore(storeLocation, {
        warn: (message) => {
          logger.warn(message);
        },
      }),
    onFailed: (error) => {
      logger.warn({ err: error }, 'the store cannot be used; answers go on without memory');
    },
    onRecovered: () => {
      logger.info('the store can be used again');
    },
    clock,
  });
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();
  const forget = () =>
    guard.write(async ({ exchanges, gaps, quizzes, readings }) => {
      await exchanges.removeBefore(daysAgo(keepExchangesDays));
      await gaps.removeBefore(daysAgo(keepGapsDays));
      await quizzes.removeBefore(Date.now() - keepExchangesDays * DAY);
      await readings.removeBefore(Date.now() - KEEP_READINGS_DAYS * DAY);
    }, undefined);
  const timer = setInterval(() => void forget(), DAY).unref();
  await forget();
  return {
    exchanges: createExchangeMemory(guard),
    settings: createSettingsMemory(guard, clock),
    guard,
    async close() {
      clearInterval(timer);
      await guard.close();
    },
  };
}
