import { rm } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { makeSharedFolder } from '../temp-folder.ts';
import { environmentFor, online, run, startStandIn, stopRun } from './bot-process.ts';
import { plainTextOf } from './bot-under-test.ts';

it('answers as a process of its own, of which there is one for a bot', async () => {
  const data = await makeSharedFolder();
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  const discord = await startStandIn();
  const bot = run('start', environmentFor(discord, data));
  onTestFinished(async () => {
    await stopRun(bot);
    await discord.close();
  });
  await online(discord, bot);
  const ask = {
    user: discord.user('ada'),
    name: 'ask',
    options: { question: 'Who signed the strategic partnership treaty?' },
  };
  expect(plainTextOf((await discord.slash(ask).settled()).message)).toContain('partnership treaty');
  const second = run('start', environmentFor(discord, data));
  expect((await second.exit).code).toBe(2);
  expect(second.output.stderr).toContain('already runs here');
  expect(discord.identifies).toHaveLength(1);
  discord.expectNoViolations();
});
