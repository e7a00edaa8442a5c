import { open as openFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { openMemory } from '../../src/app/open-memory.ts';
import { makePostgresSchema, TEST_POSTGRES_URL } from '../contracts/store-databases.ts';
import { startTcpProxy } from '../tcp-proxy.ts';
import { makeTempFolder } from '../temp-folder.ts';
import { startBotUnderTest, textOf } from './bot-under-test.ts';
import { QUESTION, QUOTED } from './lighthouse-question.ts';

const ADA = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };

/** The bot over the store at that place, and what it warns of. */
async function startOver(storeLocation: string) {
  const warnings: string[] = [];
  const told: string[] = [];
  const write = (line: string): void => {
    if (line.includes('"level":40')) warnings.push(line);
    else told.push(line);
  };
  const days = { keepExchangesDays: 30, keepGapsDays: 90 };
  const memory = await openMemory({ storeLocation, ...days }, pino({ level: 'info' }, { write }));
  const test = await startBotUnderTest({ bot: { memory } });
  onTestFinished(async () => {
    await test.close();
    await memory.close();
  });
  const { discord } = test;
  const user = discord.user('ada');
  const ask = async () =>
    (await discord.slash({ user, name: 'ask', options: { question: QUESTION } }).settled()).message;
  /** What /settings says to a change of the language. */
  const setLanguage = async (language: string) => {
    const memberPermissions = PermissionFlagsBits.ManageGuild;
    const panel = await discord.slash({ user, name: 'settings', memberPermissions }).settled();
    const pick = { user, memberPermissions };
    const opened = discord.select({
      ...pick,
      message: panel.message,
      customId: 'settings:open',
      values: ['language'],
    });
    const { message } = await opened.settled();
    const put = discord.select({ ...pick, message, customId: 'settings:put.language', values: [language] });
    return textOf((await put.settled()).message);
  };
  return { memory, warnings, told, discord, ask, setLanguage, serverId: discord.guild().id };
}

type Scene = Awaited<ReturnType<typeof startOver>>;

/** Answers go on as nothing were set; who changes something is told that it was not kept; the log has one word of it. */
async function expectAnswersWithoutStore({
  ask,
  setLanguage,
  warnings,
  memory,
  serverId,
}: Scene): Promise<void> {
  expect(textOf(await ask())).toContain(QUOTED);
  expect(await setLanguage('de')).toMatch(/could not be kept just now, so nothing has changed/u);
  expect(textOf(await ask())).toContain(QUOTED);
  expect(await memory.settings.read(serverId)).toMatchObject({ language: 'auto' });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('answers go on without memory');
}

async function makeStore(prepare = ''): Promise<string> {
  const file = join(await makeTempFolder(), 'verbatim.db');
  const store = await openStore(file);
  // Enough to fill more than the first pages.
  for (let id = 0; id < 200; id += 1) await store.scopes.set(`article-${id}`, 'public', ADA);
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(`pragma wal_checkpoint(truncate); ${prepare}`);
  database.close();
  return file;
}

describe('a bot whose store', () => {
  it('is no database: answers as nothing were set', async () => {
    const file = join(await makeTempFolder(), 'verbatim.db');
    await writeFile(file, 'no database '.repeat(1000));
    await expectAnswersWithoutStore(await startOver(file));
  });

  it('is damaged in the middle: the same', async () => {
    const file = await makeStore();
    const handle = await openFile(file, 'r+');
    await handle.write(Buffer.alloc(20_000, 0xff), 0, 20_000, 4096);
    await handle.close();
    await expectAnswersWithoutStore(await startOver(file));
  });

  it('is that of a later release: the same, and says what to do', async () => {
    const scene = await startOver(await makeStore("insert into schema_versions values (999, 'later')"));
    await expectAnswersWithoutStore(scene);
    expect(scene.warnings[0]).toMatch(/a later one has written it\. Update Verbatim/u);
  });

  it('lies in a folder that cannot be made: the same', async () => {
    const file = join(await makeTempFolder(), 'file');
    await writeFile(file, '');
    await expectAnswersWithoutStore(await startOver(join(file, 'verbatim.db')));
  });

  it('is full or may only be read: has what was set, and says that nothing more is kept', async () => {
    const file = await makeStore();
    const scene = await startOver(file);
    expect(await scene.setLanguage('en')).not.toContain('could not be kept');
    const database = new DatabaseSync(file);
    // What both come down to in SQLite: no page can be added or changed.
    for (const table of ['server_settings', 'settings_changes', 'exchanges'])
      for (const act of ['insert', 'update'])
        database.exec(
          `create trigger ${table}_${act} before ${act} on ${table} begin select raise(abort, 'disk is full'); end`,
        );
    expect(await scene.setLanguage('de')).toMatch(/could not be kept/u);
    expect(textOf(await scene.ask())).toContain(QUOTED);
    expect(await scene.memory.settings.read(scene.serverId)).toMatchObject({ language: 'en' });
    expect(scene.warnings).toHaveLength(1);
    for (const table of ['server_settings', 'settings_changes', 'exchanges'])
      for (const act of ['insert', 'update']) database.exec(`drop trigger ${table}_${act}`);
    database.close();
    expect(await scene.setLanguage('auto')).not.toContain('could not be kept');
    expect(scene.told.join()).toContain('the store can be used again');
  });

  it('is locked by another: the same, until the lock goes', async () => {
    const file = await makeStore();
    const scene = await startOver(file);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    expect(await scene.setLanguage('de')).toMatch(/could not be kept/u);
    expect(textOf(await scene.ask())).toContain(QUOTED);
    other.exec('rollback');
    other.close();
    expect(await scene.setLanguage('en')).not.toContain('could not be kept');
    expect(await scene.memory.settings.read(scene.serverId)).toMatchObject({ language: 'en' });
    expect(scene.warnings).toHaveLength(1);
  });

  it('is a PostgreSQL that is not there at the start: answers as nothing were set', async () => {
    const scene = await startOver('postgres://ada:hunter2@127.0.0.1:1/verbatim');
    await expectAnswersWithoutStore(scene);
    expect(scene.warnings.join()).not.toContain('hunter2');
  });
});

describe.skipIf(TEST_POSTGRES_URL === undefined)('a bot on PostgreSQL, by TEST_POSTGRES_URL', () => {
  it.each(['cut', 'silence'] as const)(
    'whose line is lost (%s): answers on, and keeps again when it is back',
    async (fault) => {
      const { url, drop } = await makePostgresSchema(TEST_POSTGRES_URL ?? '');
      onTestFinished(drop);
      const address = new URL(url);
      const proxy = await startTcpProxy({ host: address.hostname, port: Number(address.port) });
      address.port = String(proxy.port);
      const scene = await startOver(address.href);
      const kept = await scene.setLanguage('en');
      expect(kept).not.toContain('could not be kept');
      await proxy[fault]();
      expect(textOf(await scene.ask())).toContain(QUOTED);
      expect(await scene.setLanguage('de')).toMatch(/could not be kept/u);
      // What was known stays known.
      expect(await scene.memory.settings.read(scene.serverId)).toMatchObject({ language: 'en' });
      expect(scene.warnings).toHaveLength(1);
      await proxy.mend();
      await expect
        .poll(() => scene.setLanguage('auto'), { timeout: 20_000 })
        .not.toContain('could not be kept');
      expect(textOf(await scene.ask())).toContain(QUOTED);
      const store = await openStore(url);
      expect(await store.settings.changes(scene.serverId, 9)).toHaveLength(2);
      await store.close();
      // What could not be read is left alone for a while.
      const readAgain = async () => {
        await scene.memory.settings.read(scene.serverId);
        return scene.told.join();
      };
      await expect.poll(readAgain, { timeout: 20_000 }).toContain('the store can be used again');
      expect(scene.warnings).toHaveLength(1);
    },
  );
});
