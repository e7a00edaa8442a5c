import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { REGISTERED_COMMANDS } from '../../src/discord/commands/registered-commands.ts';
import { beginCli, runCli } from '../cli/run-cli.ts';
import type { RunningCommand } from '../cli/run-cli.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { makeSharedFolder } from '../temp-folder.ts';
import { environmentFor, startStandIn } from './bot-process.ts';
import { plainTextOf, textOf } from './bot-under-test.ts';

const QUESTION = 'Who signed the strategic partnership treaty?';
const QUOTED = 'The strategic partnership treaty between North Korea and Russia was';

let data: string;
beforeAll(async () => {
  data = await makeSharedFolder();
});
afterAll(() => rm(data, { recursive: true, force: true }));

describe('npm start over the real index of the demo article', () => {
  let discord: Discord;
  let bot: RunningCommand;
  beforeAll(async () => {
    discord = await startStandIn();
    const env = { ...environmentFor(discord, data), LOG_LEVEL: 'info' };
    bot = beginCli('start', [], { folder: data, env });
    await discord.waitForReady({ timeoutMs: 90_000 });
    await discord.waitForCommands(REGISTERED_COMMANDS.map(({ name }) => name));
    await discord.until(() => bot.output('stderr').includes('is online'), 'the invite link');
  });
  afterAll(async () => {
    bot.interrupt();
    expect((await bot.ended).code).toBe(0);
    await discord.close();
    discord.expectNoViolations();
    expect(discord.botPings()).toEqual([]);
    expect(discord.ownViolations).toEqual([]);
  });

  const ada = () => discord.user('ada');
  const ask = (question: string, user = ada()) => discord.slash({ user, name: 'ask', options: { question } });

  it('builds the missing index, prints the invite link and shows what it knows', () => {
    expect(bot.output('stderr')).toContain('There is no index yet; building it.');
    expect(bot.output('stderr')).toMatch(
      /https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=309237730368/u,
    );
    expect(JSON.stringify(discord.presence)).toContain('North Korea, Russia and China');
    expect(discord.commands()).toHaveLength(REGISTERED_COMMANDS.length);
  });

  it('answers with a quotation, weakly, and not at all', async () => {
    const sure = await ask(QUESTION).settled();
    expect(plainTextOf(sure.message)).toContain(QUOTED);
    expect(plainTextOf(sure.message)).toContain('¶\u00a09');
    const context = await discord
      .click({ user: ada(), message: sure.message, label: 'In context' })
      .settled();
    expect(plainTextOf(context.message)).toContain('¶ 10');
    const why = await discord.click({ user: ada(), message: sure.message, label: 'Why this?' }).settled();
    expect(textOf(why.message)).not.toContain('score');
    const details = await discord.click({ user: ada(), message: why.message, label: 'Details' }).settled();
    expect(textOf(details.message)).toMatch(/by meaning and \w+ by words[\s\S]*Its score is 0\.\d\d/u);
    const silent = await ask('How many inhabitants does Pyongyang have?').settled();
    expect(textOf(silent.message)).toContain('The article does not say');
  });

  it('follows up in the context of the earlier question', async () => {
    const mention = discord.message({ user: ada(), content: `<@${discord.bot.id}> ${QUESTION}` });
    const first = await mention.reply();
    expect(plainTextOf(first)).toContain(QUOTED);
    const second = await discord
      .message({ user: ada(), content: 'and when was that?', replyTo: first })
      .reply();
    expect(plainTextOf(second)).toContain('June 2024');
    expect(textOf(second).replaceAll('\\', '')).toContain(`Follow-up to: ${QUESTION}`);
  });

  it('logs JSON with request ids, and neither a token nor a question', async () => {
    const asked = await ask('A secret question about nothing at all?').settled();
    await discord.until(() => bot.output('stdout').includes('"answered"'), 'a log line');
    const lines = bot.output('stdout').trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.some((entry) => entry['msg'] === 'answered' && typeof entry['request'] === 'string')).toBe(
      true,
    );
    for (const secret of ['process.token', 'secret question', QUESTION, asked.token]) {
      expect(bot.output()).not.toContain(secret);
    }
  });
});

describe('a token that is missing or refused', () => {
  it.each([
    ['start', ''],
    ['start', 'wrong.one'],
    ['register', ''],
    ['register', 'wrong.one'],
  ])('ends npm run %s with exit code 2 and where to get one: %j', async (command, token) => {
    const discord = await startStandIn();
    onTestFinished(() => discord.close());
    const env = { ...environmentFor(discord, data), DISCORD_TOKEN: token };
    const { code, stdout, stderr } = await runCli(command, [], { folder: data, env });
    expect(code).toBe(2);
    expect(stderr).toContain('https://discord.com/developers/applications');
    expect(stderr).not.toContain('    at ');
    expect(stdout + stderr).not.toContain('wrong.one');
  });
});

describe('npm run register', () => {
  it('registers everywhere, in one server, and nowhere, and never shows a command twice', async () => {
    const discord = await startStandIn();
    onTestFinished(() => discord.close());
    const guild = discord.guild();
    const register = async (...args: string[]) => {
      const { code, stdout, stderr } = await runCli('register', args, {
        folder: data,
        env: environmentFor(discord, data),
      });
      expect(code, stderr).toBe(0);
      const changed = !stdout.includes('already');
      return [discord.commands().length, discord.commands({ guild }).length, changed];
    };
    const all = REGISTERED_COMMANDS.length;
    expect(await register()).toEqual([all, 0, true]);
    expect(await register()).toEqual([all, 0, false]);
    expect(await register('--guild', guild.id)).toEqual([0, all, true]);
    expect(await register('--guild', guild.id)).toEqual([0, all, false]);
    expect(await register('--clear')).toEqual([0, 0, false]);
    discord.expectNoViolations();
  });
});
