import type { Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Discord } from './driver.ts';
import { startSmallBot, TOKEN } from './small-bot.ts';
import { startDiscordStandIn } from './start-standin.ts';

const callback = { method: 'POST', path: /\/callback$/u };
const edit = { method: 'PATCH', path: /\/@original$/u };

describe('fault rules', () => {
  let discord: Discord;
  let client: Client<true>;
  const ask = (): ReturnType<Discord['slash']> =>
    discord.slash({ user: discord.user('ada'), name: 'ask', options: { question: 'who?' } });
  const statuses = (part: string): (number | null)[] =>
    discord.requests.filter(({ path }) => path.endsWith(part)).map(({ status }) => status);

  beforeEach(async () => {
    discord = await startDiscordStandIn({ token: TOKEN });
    client = await startSmallBot(discord);
  });
  afterEach(async () => {
    await client.destroy();
    await discord.close();
    expect(discord.ownViolations).toEqual([]);
  });

  it('answers 502 after applying: the retry gets 40060 and the bot gives up', async () => {
    const fault = discord.fault({ ...callback, status: 502, applyFirst: true });
    const asked = ask();
    await discord.until(() => asked.callbackAttempts === 2, 'a retry');
    expect(fault.hits).toBe(1);
    expect(statuses('/callback')).toEqual([502, 400]);
    expect(asked.thinking).toBe(true);
    expect(discord.thinking()).toHaveLength(1);
  });

  it.each([
    ['a 429 of the route', { ...edit, status: 429, retryAfter: 0.1 }, [429, 200]],
    ['a global 429', { ...edit, status: 429, retryAfter: 0.1, global: true }, [429, 200]],
    ['500 twice', { ...edit, status: 500, times: 2 }, [500, 500, 200]],
  ])('lets discord.js get over %s', async (_name, rule, expected) => {
    discord.fault(rule);
    await ask().settled();
    expect(statuses('/@original')).toEqual(expected);
  });

  it.each([10062, 50013, 50001, 50035, 10008])('gives discord.js the error code %i', async (code) => {
    discord.fault({ path: /^\/users\/@me\/channels$/u, code });
    const made = client.users.createDM(discord.user('ada').id);
    await expect(made).rejects.toMatchObject({ code });
  });

  it('answers 503 for ever', async () => {
    const fault = discord.fault({ ...edit, status: 503, times: Infinity });
    const asked = ask();
    await discord.until(() => fault.hits === 4, 'four tries');
    expect(asked.thinking).toBe(true);
  });

  it('cuts the connection of a callback', async () => {
    discord.fault({ ...callback, cutSocket: true });
    const asked = ask();
    await discord.until(() => statuses('/callback').includes(0), 'the cut');
    expect(asked.callback).toBeUndefined();
    expect(discord.unacknowledged()).toBe(1);
  });

  it('refuses a second callback with 40060 and a stale token with 50027', async () => {
    const asked = await ask().settled();
    const answer = (path: string, method: string, body: unknown): Promise<Response> =>
      fetch(`${discord.apiBase}/v10${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const again = await answer(`/interactions/${asked.id}/${asked.token}/callback`, 'POST', { type: 5 });
    expect([again.status, await again.json()]).toMatchObject([400, { code: 40060 }]);
    const unknown = await answer(`/interactions/1/nope/callback`, 'POST', { type: 5 });
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 10062 }]);
    asked.expire();
    const path = `/webhooks/${discord.applicationId}/${asked.token}/messages/%40original`;
    const late = await answer(path, 'PATCH', { content: 'x', allowed_mentions: { parse: [] } });
    expect([late.status, await late.json()]).toMatchObject([401, { code: 50027 }]);
  });

  it('refuses a wrong token', async () => {
    const answer = await fetch(`${discord.apiBase}/v10/users/@me`, {
      headers: { authorization: 'Bot wrong' },
    });
    expect(answer.status).toBe(401);
  });
});
