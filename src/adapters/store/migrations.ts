import type { Kysely } from 'kysely';
import { createDesk } from './migrations/desk.ts';
import { createDepartures } from './migrations/departures.ts';
import { createExchanges } from './migrations/exchanges.ts';
import { createFeedback } from './migrations/feedback.ts';
import { createGaps } from './migrations/gaps.ts';
import { createPractice } from './migrations/practice.ts';
import { createReadings } from './migrations/readings.ts';
import { createServers } from './migrations/servers.ts';
import type { StoreTables } from './store-tables.ts';

export interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<StoreTables>) => Promise<void>;
}

/** Forward only: what has been released is never changed, and the version is the place in the list, from 1. */
export const MIGRATIONS: readonly Migration[] = [
  { name: 'exchanges', up: createExchanges },
  { name: 'servers', up: createServers },
  { name: 'feedback', up: createFeedback },
  { name: 'gaps', up: createGaps },
  { name: 'desk', up: createDesk },
  { name: 'practice', up: createPractice },
  { name: 'departures', up: createDepartures },
  { name: 'readings', up: createReadings },
];
