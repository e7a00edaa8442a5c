import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
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

describe('stopping and starting', () => {
  const runs: Run[] = [];
  let discord: Discord;
  const start = (command: 'npm start' | 'start', more: Readonly<Record<string, string>> = {}) => {
    const started = run(command, { ...environmentFor(discord, data), READER: 'off', ...more });
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
    const why = await press('Why this?').settled();
    const details = discord.click({ user: discord.user('ada'), message: why.message, label: 'Details' });
    expect(textOf((await details.settled()).message)).toContain('Its score is');
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
    const settings = { DATA_DIR: join(folder, 'data'), CORPUS_DIR: corpus, READER: 'off' };
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
