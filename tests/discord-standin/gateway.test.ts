import { Client, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Discord } from './driver.ts';
import { startSmallBot, TOKEN } from './small-bot.ts';
import { startDiscordStandIn } from './start-standin.ts';

describe('the gateway', () => {
  let discord: Discord;
  let client: Client;
  beforeEach(async () => {
    discord = await startDiscordStandIn({ token: TOKEN, heartbeatIntervalMs: 300 });
    client = await startSmallBot(discord);
  });
  afterEach(async () => {
    await client.destroy();
    await discord.close();
    expect(discord.ownViolations).toEqual([]);
  });
  const mention = (): ReturnType<Discord['message']> =>
    discord.message({ user: discord.user('ada'), content: `<@${discord.bot.id}> hi` });

  it('replays what happened while the bot was away', async () => {
    discord.dropSockets();
    const said = mention();
    await said.reply();
    await discord.waitForResume();
    expect(discord.identifies).toHaveLength(1);
    expect(said.replies).toHaveLength(1);
  });

  it.each([
    [
      'op 7',
      (): void => {
        discord.sendReconnect();
      },
    ],
    [
      'close code 4000',
      (): void => {
        discord.dropSockets(4000);
      },
    ],
    [
      'a resumable op 9',
      (): void => {
        discord.invalidateSession(true);
      },
    ],
    [
      'missing heartbeat acks',
      (): void => {
        discord.stopAcking();
      },
    ],
  ])('is resumed after %s', async (_name, fault) => {
    fault();
    await discord.waitForResume({ timeoutMs: 15_000 });
    await mention().reply();
    expect(discord.identifies).toHaveLength(1);
  });

  it('dispatches the same message again', async () => {
    const seen: string[] = [];
    client.on('raw', (packet: { t: string | null; d: { id: string } | null }) => {
      if (packet.t === 'MESSAGE_CREATE') seen.push(packet.d?.id ?? '');
    });
    const said = mention();
    await said.reply();
    discord.replayOnResume(2);
    discord.dropSockets();
    await discord.waitForResume();
    await expect.poll(() => seen.filter((id) => id === said.id)).toHaveLength(2);
    discord.dispatchAgain(said);
    await expect.poll(() => seen.filter((id) => id === said.id)).toHaveLength(3);
  });

  it('closes with 4004 for a wrong token and 4014 for an intent that is switched off', async () => {
    const stranger = new Client({
      intents: [GatewayIntentBits.MessageContent],
      rest: { api: discord.apiBase },
    });
    await expect(stranger.login(TOKEN)).rejects.toThrow('disallowed intents');
    await expect.poll(() => discord.closes.at(-1)).toBe(4014);
    await expect(
      new Client({ intents: [], rest: { api: discord.apiBase } }).login('wrong'),
    ).rejects.toThrow();
  });
});
