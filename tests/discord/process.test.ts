import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { COMMANDS } from '../../src/discord/commands/commands.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { makeSharedFolder } from '../temp-folder.ts';
import { environmentFor, online, run, startStandIn, stopRun } from './bot-process.ts';
import type { Run } from './bot-process.ts';
import { plainTextOf, textOf } from './bot-under-test.ts';

const QUESTION = 'Who signed the strategic partnership treaty?';
const QUOTED = 'The strategic partnership treaty between North Korea and Russia was';

let data: string;
beforeAll(async () => {
  data = await makeSharedFolder();
});
afterAll(() => rm(data, { recursive: true, force: true }));

describe('the bot as a process, with the real index of the demo article', () => {
  let discord: Discord;
  let bot: Run;
  beforeAll(async () => {
    discord = await startStandIn();
    bot = run('start', { ...environmentFor(discord, data), LOG_LEVEL: 'info' });
    await online(discord, bot);
  });
  afterAll(async () => {
    await stopRun(bot);
    await discord.close();
    discord.expectNoViolations();
    expect(discord.botPings()).toEqual([]);
    expect(discord.ownViolations).toEqual([]);
  });

  const ada = () => discord.user('ada');
  const ask = (question: string, user = ada()) => discord.slash({ user, name: 'ask', options: { question } });

  it('builds the missing index, prints the invite link and shows what it knows', () => {
    expect(bot.output.stderr).toContain('There is no index yet; building it.');
    expect(bot.output.stderr).toMatch(
      /https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=274877991936/u,
    );
    expect(JSON.stringify(discord.presence)).toContain('North Korea, Russia and China');
    expect(discord.commands()).toHaveLength(COMMANDS.length);
  });

  it('answers with a quotation, weakly, and not at all', async () => {
    const sure = await ask(QUESTION).settled();
    expect(plainTextOf(sure.message)).toContain(QUOTED);
    expect(plainTextOf(sure.message)).toContain('¶ 9');
    const context = await discord
      .click({ user: ada(), message: sure.message, label: 'In context' })
      .settled();
    expect(plainTextOf(context.message)).toContain('¶ 10');
    const why = await discord.click({ user: ada(), message: sure.message, label: 'Why this?' }).settled();
    expect(textOf(why.message)).toMatch(/by meaning and \w+ by words[\s\S]*Its score is 0\.\d\d/u);
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
    expect(textOf(second)).toContain(`Follow-up to: ${QUESTION}`);
  });

  it('logs JSON with request ids, and neither a token nor a question', async () => {
    const asked = await ask('A secret question about nothing at all?').settled();
    await discord.until(() => bot.output.stdout.includes('"answered"'), 'a log line');
    const lines = bot.output.stdout.trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.some((entry) => entry['msg'] === 'answered' && typeof entry['request'] === 'string')).toBe(
      true,
    );
    for (const secret of ['process.token', 'secret question', QUESTION, asked.token]) {
      expect(bot.output.stdout + bot.output.stderr).not.toContain(secret);
    }
  });

  it('refuses to run a second time', async () => {
    const second = run('start', environmentFor(discord, data));
    expect((await second.exit).code).toBe(2);
    expect(second.output.stderr).toContain('already runs here');
    expect(discord.identifies).toHaveLength(1);
  });
});

describe('stopping and starting', () => {
  const runs: Run[] = [];
  let discord: Discord;
  const start = (command: 'npm start' | 'start', more: Readonly<Record<string, string>> = {}) => {
    const started = run(command, { ...environmentFor(discord, data), ...more });
    runs.push(started);
    return started;
  };
  afterEach(async () => {
    await Promise.all(runs.splice(0).map((one) => stopRun(one, 'SIGKILL')));
    await discord.close();
    discord.expectNoViolations();
  });

  it('finishes what is in flight on SIGTERM through npm start, and exits with 0', async () => {
    discord = await startStandIn();
    const bot = start('npm start');
    await online(discord, bot);
    const asked = Array.from({ length: 60 }, (_, index) =>
      discord.slash({
        user: discord.user('ada'),
        name: 'ask',
        options: { question: `${QUESTION} ${index}` },
      }),
    );
    await asked[0]?.acknowledged();
    const stopped = performance.now();
    bot.child.kill('SIGTERM');
    expect((await bot.exit).code).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(10_000);
    expect(discord.thinking()).toEqual([]);
    const told = asked.filter(({ callback }) => callback !== undefined);
    for (const handle of told) expect(textOf(handle.message)).toMatch(/treaty|restarted|stopped/u);
    // Those that came after it had gone away were never taken: Discord itself tells their askers.
    expect(told.length).toBeGreaterThan(0);
  });

  it('waits until Discord can be reached, exits with 0 on SIGINT, and its buttons work in the next run', async () => {
    discord = await startStandIn();
    const port = Number(new URL(discord.apiBase).port);
    await discord.close();
    const first = start('start', { LOG_LEVEL: 'warn' });
    await expect.poll(() => first.output.stdout, { timeout: 60_000 }).toContain('cannot be reached');
    discord = await startStandIn({ port });
    await online(discord, first);
    const ask = { user: discord.user('ada'), name: 'ask', options: { question: QUESTION, private: true } };
    const asked = await discord.slash(ask).settled();
    first.child.kill('SIGINT');
    expect((await first.exit).code).toBe(0);
    const second = start('start');
    await online(discord, second);
    await discord.until(() => discord.identifies.length === 2, 'a second session');
    const press = (label: string) =>
      discord.click({ user: discord.user('ada'), message: asked.message, label });
    expect(plainTextOf((await press('In context').settled()).message)).toContain(QUOTED);
    expect(textOf((await press('Why this?').settled()).message)).toContain('Its score is');
    const shared = press('Share');
    await discord.until(() => shared.followUps.length === 1, 'the shared answer');
    // The commands were the same: nothing was written again.
    const writes = discord.requests.filter(
      ({ method, path }) => method === 'PUT' && path.endsWith('/commands'),
    );
    expect(writes).toHaveLength(1);
  });

  it('picks up a new index without a restart, and says so in its presence', async () => {
    discord = await startStandIn();
    const folder = await makeSharedFolder();
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const corpus = join(folder, 'corpus');
    await cp('corpus/demo', corpus, { recursive: true });
    const settings = { DATA_DIR: join(folder, 'data'), CORPUS_DIR: corpus };
    const bot = start('start', settings);
    await online(discord, bot);
    const article =
      '---\ntitle: The harbour of Saltmere\n---\n\nThe harbour of Saltmere was dredged in 1911 by the engineer Maud Finch.\n';
    await writeFile(join(corpus, 'harbour.md'), article.replace('---\ntitle', '---\ndemo: true\ntitle'));
    const indexed = run('index', { ...environmentFor(discord, ''), ...settings });
    expect((await indexed.exit).code, indexed.output.stderr).toBe(0);
    await discord.until(() => JSON.stringify(discord.presence).includes('2 articles'), 'the new presence');
    const question = 'Which engineer dredged the harbour of Saltmere?';
    const asked = await discord
      .slash({ user: discord.user('ada'), name: 'ask', options: { question } })
      .settled();
    expect(plainTextOf(asked.message)).toContain('dredged in 1911 by the engineer Maud Finch');
  });
});

describe('a token that is missing or refused', () => {
  it('ends a run with exit code 2 and where to get one', async () => {
    const discord = await startStandIn();
    const runs = ['', 'wrong.one'].flatMap((token) =>
      (['start', 'register'] as const).map((script) =>
        run(script, { ...environmentFor(discord, data), DISCORD_TOKEN: token }),
      ),
    );
    for (const { exit, output } of runs) {
      expect((await exit).code).toBe(2);
      expect(output.stderr).toContain('https://discord.com/developers/applications');
      expect(output.stderr).not.toContain('    at ');
      expect(output.stdout + output.stderr).not.toContain('wrong.one');
    }
    await discord.close();
  });
});

describe('npm run register', () => {
  it('registers everywhere, in one server, and nowhere, and never shows a command twice', async () => {
    const discord = await startStandIn();
    onTestFinished(() => discord.close());
    const guild = discord.guild();
    const register = async (...args: string[]) => {
      const { exit, output } = run('register', environmentFor(discord, data), args);
      expect((await exit).code, output.stderr).toBe(0);
      return [discord.commands().length, discord.commands({ guild }).length];
    };
    const all = COMMANDS.length;
    expect(await register()).toEqual([all, 0]);
    expect(await register('--guild', guild.id)).toEqual([0, all]);
    expect(await register('--clear')).toEqual([0, 0]);
    discord.expectNoViolations();
  });
});
