import { writeSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { openMemory } from '../../src/app/open-memory.ts';
import { makeExchange } from '../contracts/make-exchange.ts';

/**
 * A process that remembers exchange after exchange in the folder of its first argument, from the number in its second
 * on, at most as many as its third says. One line for each: 'kept 7' once it is acknowledged, or 'lost 7'; the log in between.
 * With `all` as its fourth, each exchange gets a vote, and each number a server that sets something: 'voted 7', 'set 7'.
 */
const [folder = '', first = '1', most = 'Infinity', extent = ''] = process.argv.slice(2);
// Root may write what is read-only; all that is needed from elsewhere is loaded by now.
if (process.env['AS_NOBODY'] === '1' && process.getuid?.() === 0) process.setuid?.(65534);
// Written at once: what a killed process has said, it has said.
const say = (line: string): void => void writeSync(1, `${line}\n`);

const logger = pino(
  { level: 'info' },
  {
    write: (line: string) => {
      say(line.trim());
    },
  },
);
const memory = await openMemory(
  { storeLocation: join(folder, 'verbatim.db'), keepExchangesDays: 30, keepGapsDays: 90 },
  logger,
);
for (let id = Number(first), done = 0; done < Number(most); id += 1, done += 1) {
  const exchange = makeExchange({
    id: String(id),
    question: `Question ${id}?`,
    askedAt: new Date().toISOString(),
  });
  say(`${(await memory.exchanges.save(exchange)) ? 'kept' : 'lost'} ${id}`);
  if (extent === 'all') await voteAndSet(id);
}
await memory.close();

async function voteAndSet(id: number): Promise<void> {
  const at = new Date().toISOString();
  const voted = await memory.guard.write(
    ({ feedback }) => feedback.vote(String(id), { voterHash: 'v1', vote: 'up', at }),
    false,
  );
  say(`${voted ? 'voted' : 'lost'} ${id}`);
  const set = await memory.settings.change(`s${id}`, { language: 'de', gapWording: true }, { by: 'ada', at });
  say(`${typeof set === 'object' ? 'set' : 'lost'} ${id}`);
}
