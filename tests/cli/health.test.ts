import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockProcess } from '../../src/adapters/lock-process.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { nameBotLock } from '../../src/app/name-bot-lock.ts';
import { makeTempFolder, writeFiles } from '../temp-folder.ts';
import { ORCHARD } from './harbour.ts';
import { runCli } from './run-cli.ts';

const TOKEN = 'health.test.token';

/** A folder as a bot that runs has it; `release` ends the bot. */
async function startPretended() {
  const folder = await makeTempFolder();
  await writeFiles(folder, { 'corpus/dunmore.txt': ORCHARD });
  await runCli('index', [], { folder });
  const dataDir = join(folder, 'data');
  const store = await openStore(join(dataDir, 'verbatim.db'));
  const lockFile = nameBotLock({ dataDir, discordApiBase: undefined }, TOKEN);
  const lock = await lockProcess(lockFile);
  if (!('release' in lock)) throw new Error('The lock is held.');
  const health = async (env = {}) => {
    const { code, stdout, stderr } = await runCli('health', [], {
      folder,
      env: { DISCORD_TOKEN: TOKEN, ...env },
    });
    expect(stderr).toBe('');
    expect(stdout.trimEnd()).not.toContain('\n');
    return { code, line: stdout.trimEnd() };
  };
  return { dataDir, store, lock, lockFile, health };
}

describe('npm run health', () => {
  it('says in one line that all is well', async () => {
    const { store, lock, health } = await startPretended();
    const { code, line } = await health();
    expect(line).toMatch(
      /^healthy: the bot runs as process \d+; the index can be read \(1 passage\); the store .*verbatim\.db can be reached$/u,
    );
    expect(code).toBe(0);
    expect(line).not.toContain(TOKEN);
    await store.close();
    await lock.release();
  });

  it('says what is not: the bot, whose lock is gone, is a dead one’s or another bot’s', async () => {
    const { store, lock, lockFile, health } = await startPretended();
    const gone = {
      code: 1,
      line: expect.stringMatching(/^unhealthy: the bot does not run\. Run `npm start`/u) as string,
    };
    expect(await health({ DISCORD_TOKEN: 'another.token' })).toEqual(gone);
    await lock.release();
    expect(await health()).toEqual(gone);
    await writeFile(lockFile, '999999999 ab\n');
    expect(await health()).toEqual(gone);
    expect(await health({ DISCORD_TOKEN: '' })).toMatchObject({
      code: 1,
      line: expect.stringContaining('no DISCORD_TOKEN') as string,
    });
    await store.close();
  });

  it('says what is not: the index', async () => {
    const { dataDir, store, lock, health } = await startPretended();
    await rm(join(dataDir, 'index'), { recursive: true });
    expect(await health()).toMatchObject({
      code: 1,
      line: expect.stringMatching(/^unhealthy: there is no index in/u) as string,
    });
    await mkdir(join(dataDir, 'index'));
    await writeFile(join(dataDir, 'index/current'), 'generation-that-is-gone');
    expect((await health()).code).toBe(1);
    await store.close();
    await lock.release();
  });

  it('says what is not: the store, which it does not make', async () => {
    const { dataDir, store, lock, health } = await startPretended();
    await store.close();
    for (const name of ['verbatim.db', 'verbatim.db-wal', 'verbatim.db-shm'])
      await rm(join(dataDir, name), { force: true });
    const missing = {
      code: 1,
      line: expect.stringMatching(/^unhealthy: There is no store in .*verbatim\.db/u) as string,
    };
    expect(await health()).toEqual(missing);
    expect(await health()).toEqual(missing);
    const unreachable = await health({ STORE_URL: 'postgres://ada:hunter2@127.0.0.1:1/verbatim' });
    expect(unreachable).toMatchObject({
      code: 1,
      line: expect.stringMatching(/127\.0\.0\.1:1\/verbatim cannot be used/u) as string,
    });
    expect(unreachable.line).not.toContain('hunter2');
    await lock.release();
  });
});
