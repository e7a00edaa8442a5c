import { chmod, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { openMemory } from '../../src/app/open-memory.ts';
import { collect } from '../cli/run-cli.ts';
import { makeExchange } from '../contracts/make-exchange.ts';
import { makeReading } from '../contracts/reading-store-contract.ts';
import { makeTempFolder } from '../temp-folder.ts';
import { startMemoryChild } from './start-memory-child.ts';

const NOW = new Date().toISOString();

/** The memory of a bot whose DATA_DIR that is, and the warnings in its log. */
async function remember(dataDir: string) {
  const warnings: string[] = [];
  const write = (line: string): void => {
    if (line.includes('"level":40')) warnings.push(line);
  };
  const storeLocation = join(dataDir, 'verbatim.db');
  const opened = await openMemory(
    { storeLocation, keepExchangesDays: 30, keepGapsDays: 90 },
    pino({ level: 'info' }, { write }),
  );
  const memory = { ...opened.exchanges, close: () => opened.close() };
  const save = (id: string) => memory.save(makeExchange({ id, askedAt: NOW }));
  return { memory, warnings, save };
}

it('forgets a reading of which nothing was posted for a month', async () => {
  const dataDir = await makeTempFolder();
  const store = await openStore(join(dataDir, 'verbatim.db'));
  const daysAgo = (days: number) => Date.now() - days * 86_400_000;
  await store.readings.begin(makeReading('old', { startedAt: daysAgo(31) }));
  await store.readings.begin(makeReading('new', { startedAt: daysAgo(29) }));
  const { memory } = await remember(dataDir);
  expect((await store.readings.running()).map(({ id }) => id)).toEqual(['new']);
  await memory.close();
  await store.close();
});

describe('a store that cannot be used', () => {
  it('because its folder cannot be made: answers go on without memory, with one warning', async () => {
    const file = join(await makeTempFolder(), 'file');
    await writeFile(file, '');
    const { memory, warnings, save } = await remember(join(file, 'data'));
    expect([await save('1'), await save('2'), await memory.find('1')]).toEqual([false, false, undefined]);
    await memory.close();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/answers go on without memory/u);
  });

  it('because it is damaged: the same, and the file is left as it is', async () => {
    const dataDir = await makeTempFolder();
    await writeFile(join(dataDir, 'verbatim.db'), 'no database '.repeat(1000));
    const { memory, warnings, save } = await remember(dataDir);
    expect([await save('1'), await memory.findByQuestion('1000')]).toEqual([false, undefined]);
    await memory.close();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/can be moved away/u);
  });

  it('because it was damaged behind its back: the same', async () => {
    const dataDir = await makeTempFolder();
    const before = await remember(dataDir);
    for (let id = 1; id <= 200; id += 1) await before.save(String(id));
    await before.memory.close();
    const file = await open(join(dataDir, 'verbatim.db'), 'r+');
    await file.write(Buffer.alloc(20_000, 0xff), 0, 20_000, 4096);
    await file.close();
    const { memory, warnings, save } = await remember(dataDir);
    expect(await save('1001')).toBe(false);
    expect(await memory.claimShare('1')).toBe(false);
    await memory.close();
    expect(warnings).toHaveLength(1);
  });

  it('because another holds its lock: the same, and it remembers again afterwards', async () => {
    const dataDir = await makeTempFolder();
    const { memory, warnings, save } = await remember(dataDir);
    expect(await save('1')).toBe(true);
    const other = new DatabaseSync(join(dataDir, 'verbatim.db'));
    other.exec('begin immediate');
    expect(await save('2')).toBe(false);
    expect(await memory.find('1')).toBeDefined();
    expect(await save('3')).toBe(false);
    other.exec('rollback');
    other.close();
    expect(await save('4')).toBe(true);
    expect(await memory.find('2')).toBeUndefined();
    await memory.close();
    expect(warnings).toHaveLength(1);
  });

  it('because it may only be read: what it knows is still known', async () => {
    const dataDir = await makeTempFolder();
    const before = await remember(dataDir);
    await before.save('1');
    await before.memory.close();
    const other = new DatabaseSync(join(dataDir, 'verbatim.db'));
    other.exec("create trigger closed before insert on exchanges begin select raise(abort, 'readonly'); end");
    other.close();
    const { memory, warnings, save } = await remember(dataDir);
    expect([await save('2'), (await memory.find('1'))?.id]).toEqual([false, '1']);
    await memory.close();
    expect(warnings).toHaveLength(1);
  });

  it('because its folder and its files are read-only: answers go on without memory, with one warning', async () => {
    const folder = await makeTempFolder();
    const before = await remember(folder);
    await before.save('1');
    await before.memory.close();
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o444);
    await chmod(folder, 0o555);
    onTestFinished(() => chmod(folder, 0o755));
    const { stdout } = await collect(startMemoryChild({ folder, first: 2, most: 3, asNobody: true }));
    const lines = stdout.trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual(['lost 2', 'lost 3', 'lost 4']);
    expect(lines.filter((line) => line.includes('"level":40'))).toHaveLength(1);
    expect(stdout).toMatch(/readonly database|can be written to/u);
  });

  it('because the disk is full: nothing that was acknowledged is lost', { timeout: 60_000 }, async () => {
    const folder = await makeTempFolder();
    const { stdout } = await collect(startMemoryChild({ folder, first: 1, most: 400, fileLimit: 2000 }));
    const said = (word: string) =>
      [...stdout.matchAll(new RegExp(`^${word} (\\d+)$`, 'gmu'))].map((match) => match[1] ?? '');
    expect(said('kept').length).toBeGreaterThan(20);
    expect(said('lost').length).toBeGreaterThan(20);
    const { memory, save } = await remember(folder);
    for (const id of said('kept')) expect(await memory.find(id), id).toBeDefined();
    expect(await save('5000')).toBe(true);
    await memory.close();
  });
});
