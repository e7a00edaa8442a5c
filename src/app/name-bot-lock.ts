import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** Two bots may share a data folder; one bot may not run twice. The token itself stays out of the name. */
export function nameBotLock(
  { dataDir, discordApiBase }: Pick<Config, 'dataDir' | 'discordApiBase'>,
  token: string,
): string {
  const hash = createHash('sha256')
    .update(`${discordApiBase ?? ''} ${token}`)
    .digest('hex');
  return join(dataDir, `bot-${hash.slice(0, 12)}.lock`);
}
