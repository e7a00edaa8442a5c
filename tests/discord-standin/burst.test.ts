import { expect, it } from 'vitest';
import { startSmallBot, TOKEN } from './small-bot.ts';
import { startDiscordStandIn } from './start-standin.ts';

it('takes 200 commands at once from several users', async () => {
  const discord = await startDiscordStandIn({ token: TOKEN });
  const client = await startSmallBot(discord);
  const users = ['ada', 'bob', 'cleo'].map((name) => discord.user(name));
  const asked = Array.from({ length: 200 }, (_, n) =>
    discord.slash({
      user: users[n % 3] ?? discord.user('ada'),
      name: 'ask',
      options: { question: `question ${n}` },
    }),
  );
  await Promise.all(asked.map((one) => one.settled({ timeoutMs: 30_000 })));
  expect(asked.map(({ message }) => message?.content)).toEqual(asked.map((_, n) => `question ${n}`));
  expect(asked.every(({ edits, callbackAttempts }) => edits === 1 && callbackAttempts === 1)).toBe(true);
  expect(Math.max(...asked.map(({ ackMs }) => ackMs ?? Infinity))).toBeLessThan(3000);
  expect(discord.thinking()).toEqual([]);
  discord.expectNoViolations();
  await client.destroy();
  await discord.close();
});
