import { setTimeout as delay } from 'node:timers/promises';
import { lockProcess } from '../../src/adapters/lock-process.ts';

/** One of several processes that try to take the same lock at the same moment; see lock-process.test.ts. */
const releases: (() => Promise<void>)[] = [];

process.on('message', (order: { readonly path: string; readonly at: number } | 'release') => {
  void obey(order);
});
process.send?.({ ready: true });

async function obey(order: { readonly path: string; readonly at: number } | 'release'): Promise<void> {
  if (order === 'release') {
    await Promise.all(releases.splice(0).map((release) => release()));
    process.send?.({ released: true });
    return;
  }
  await delay(Math.max(0, order.at - Date.now() - 5));
  while (Date.now() < order.at);
  const outcome = await lockProcess(order.path);
  if ('release' in outcome) releases.push(outcome.release);
  process.send?.('heldBy' in outcome ? { heldBy: outcome.heldBy } : { taken: true });
}
