import { join } from 'node:path';
import type { Logger } from 'pino';
import { openExchangeFile } from '../adapters/store/open-exchange-store.ts';
import { createExchangeMemory } from '../conversation/exchange-memory.ts';
import type { ExchangeMemory } from '../conversation/exchange-memory.ts';
import type { Config } from './config.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The exchanges in DATA_DIR, those that are too old forgotten now and once a day. */
export async function openMemory(
  { dataDir, keepExchangesDays }: Pick<Config, 'dataDir' | 'keepExchangesDays'>,
  logger: Logger,
): Promise<ExchangeMemory> {
  const memory = createExchangeMemory({
    open: () => openExchangeFile(join(dataDir, 'verbatim.db')),
    onFailed: (error) => {
      logger.warn({ err: error }, 'the store cannot be used; answers go on without memory');
    },
    onRecovered: () => {
      logger.info('the store can be used again');
    },
    clock: () => performance.now(),
  });
  const forget = () => memory.removeBefore(new Date(Date.now() - keepExchangesDays * DAY).toISOString());
  const timer = setInterval(() => void forget(), DAY).unref();
  await forget();
  return {
    ...memory,
    async close() {
      clearInterval(timer);
      await memory.close();
    },
  };
}
