import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { runBot } from '../../src/discord/run-bot.ts';
import { startDiscordStandIn } from '../discord-standin/start-standin.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { createTestMemory, KEPT_DAYS, recordTo, TOKEN } from './bot-under-test.ts';

function optionsFor(apiBase: string, log: string[] = []) {
  return {
    token: TOKEN,
    apiBase,
    libraryFor: () => createLibraryDouble(),
    memory: createTestMemory(),
    keptDays: KEPT_DAYS,
    logger: recordTo(log),
    cooldown: { burst: 0, seconds: 0 },
  };
}

it('ends with 0 at a signal also while Discord cannot be reached', async () => {
  const signals = new EventEmitter();
  const reports: string[] = [];
  const log: string[] = [];
  // Nothing listens on this port.
  const running = runBot(optionsFor('http://127.0.0.1:9/api', log), signals, (line) => reports.push(line));
  await expect.poll(() => log.join(), { timeout: 10_000 }).toContain('cannot be reached');
  signals.emit('SIGTERM');
  expect(await running).toBe(0);
  expect(reports).toEqual([]);
  expect(signals.listenerCount('SIGTERM')).toBe(0);
});

it('says who it is once it is accepted, and stops at a signal', async () => {
  const discord = await startDiscordStandIn({ token: TOKEN });
  const signals = new EventEmitter();
  const invites: string[] = [];
  const options = optionsFor(discord.apiBase);
  const running = runBot(
    { ...options, onStarted: (bot) => invites.push(bot.identity.inviteUrl) },
    signals,
    () => undefined,
  );
  await expect.poll(() => invites.length, { timeout: 10_000 }).toBe(1);
  expect(invites[0]).toContain(`client_id=${discord.applicationId}`);
  signals.emit('SIGINT');
  expect(await running).toBe(0);
  await discord.close();
});
