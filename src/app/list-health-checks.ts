import { openVectraStore } from '../adapters/index-store/open-vectra-store.ts';
import { readLockHolder } from '../adapters/lock-process.ts';
import { nameLocation } from '../adapters/store/open-database.ts';
import { openExisting } from '../adapters/store/open-existing.ts';
import { checkBot, checkMemory, checkPassages } from '../cli/doctor-checks.ts';
import type { DoctorCheck } from '../cli/run-doctor.ts';
import type { Config } from './config.ts';
import { nameBotLock } from './name-bot-lock.ts';
import { probeIndex } from './probe-index.ts';
import { requireToken } from './require-token.ts';

/** Milliseconds for a lock or a statement: who asks waits for a word. */
const PATIENCE = 5_000;

/** What `npm run health` looks at: whether a bot that was started can answer. Nothing is loaded, made or changed. */
export function listHealthChecks(config: Config): readonly DoctorCheck[] {
  const index = openVectraStore(config.indexDir);
  return [
    checkBot(async () => readLockHolder(nameBotLock(config, requireToken(config)))),
    checkPassages(index.location, () => probeIndex(index)),
    checkMemory(nameLocation(config.storeLocation), async () => {
      const db = await openExisting(config.storeLocation, PATIENCE);
      await db.destroy();
    }),
  ];
}
