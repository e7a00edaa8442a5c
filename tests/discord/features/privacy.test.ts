import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import type { BotOptions } from '../../../src/discord/bot-options.ts';
import { LAYOUTS } from '../../../src/domain/layout.ts';
import type { Store } from '../../../src/domain/ports/store.ts';
import { makeReading } from '../../contracts/reading-store-contract.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import { makeTempFolder } from '../../temp-folder.ts';
import { createTestMemory, KEPT_DAYS, startBotUnderTest, textOf } from '../bot-under-test.ts';
import type { BotUnderTest } from '../bot-under-test.ts';
import { QUESTION } from '../lighthouse-question.ts';
import { buttonLabels } from '../read-message.ts';

const MANAGER = 1n << 5n;
const AT = '2026-03-01T10:00:00.000Z';
const GUILDS = [
  { name: 'North', channels: ['north'] },
  { name: 'South', channels: ['south'] },
];

interface Scene {
  readonly test: BotUnderTest;
  readonly discord: Discord;
  readonly store: Store;
  /** All that the database holds, as one text. */
  readonly readAll: () => string;
}

/** A bot over a real database; another one may have been there before. */
async function open(
  more: { bot?: Partial<BotOptions>; folder?: string; standIn?: Discord } = {},
): Promise<Scene> {
  const file = join(more.folder ?? (await makeTempFolder()), 'verbatim.db');
  const store = await openStore(file);
  const test = await startBotUnderTest({
    bot: { memory: createTestMemory(store.exchanges, store), ...more.bot },
    discord: { guilds: GUILDS },
    ...(more.standIn && { standIn: more.standIn }),
  });
  onTestFinished(() => store.close());
  return { test, discord: test.discord, store, readAll: () => readAll(file) };
}

function readAll(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  const tables = db.prepare("select name from sqlite_master where type = 'table'").all();
  const rows = tables.map(({ name }): unknown => db.prepare(`select * from "${String(name)}"`).all());
  db.close();
  return JSON.stringify(rows);
}

/** Something of everything that is kept of a person. */
async function live({ discord, store }: Scene, name: string): Promise<readonly string[]> {
  const user = discord.user(name);
  const asked = await Promise.all(
    (['north', 'south'] as const).map(async (channel) => {
      const options = { question: QUESTION };
      const { message } = await discord.slash({ user, name: 'ask', channel, options }).settled();
      await expect.poll(() => store.exchanges.find(message?.id ?? '')).toBeDefined();
      return message?.id ?? '';
    }),
  );
  const { message } = await discord
    .slash({ user, name: 'ask', guild: null, options: { question: QUESTION } })
    .settled();
  await expect.poll(() => store.exchanges.find(message?.id ?? '')).toBeDefined();
  const places = [discord.guild('North').id, discord.guild('South').id, undefined];
  const hashes = await Promise.all(places.map((place) => store.hashPerson(place, user.id)));
  const north = places[0] ?? '';
  await store.feedback.vote(asked[0] ?? '', { voterHash: hashes[0] ?? '', vote: 'up', at: AT });
  await store.feedback.vote(asked[1] ?? '', { voterHash: hashes[1] ?? '', vote: 'up', at: AT });
  await store.feedback.vote(message?.id ?? '', { voterHash: hashes[2] ?? '', vote: 'down', at: AT });
  const gap = {
    serverId: north,
    question: 'How deep?',
    vector: new Float32Array(4),
    outcome: 'weak-hits',
  } as const;
  await store.gaps.save({
    ...{ ...gap, id: `${name}-1`, askerHash: hashes[0] ?? '', at: AT },
    tellAsker: { userId: user.id },
  });
  await store.gaps.save({ ...gap, id: `${name}-2`, askerHash: 'somebody', at: AT });
  await store.gaps.dismiss(north, [`${name}-2`], { by: user.id, at: AT });
  await store.settings.change(north, { language: name === 'ada' ? 'de' : 'fr' }, { by: user.id, at: AT });
  await store.scopes.set(`scoped-${name}`, [north], { by: user.id, at: AT });
  const reading = { serverId: north, channelId: `c-${name}`, hostId: user.id };
  await store.readings.begin(makeReading(`reading-${name}`, reading));
  await store.readings.press({ readingId: `reading-${name}`, portion: 1 }, user.id, 0);
  return [user.id, ...hashes];
}

describe.each(LAYOUTS)('/privacy, in %s', (layout) => {
  it('says in eight lines what is kept, to whoever asks alone', async () => {
    const { discord, test } = await open({ bot: { layout, keptDays: { ...KEPT_DAYS, gaps: 45 } } });
    const told = await discord.slash({ user: discord.user('ada'), name: 'privacy' }).settled();
    expect(told.ephemeral).toBe(true);
    const lines = textOf(told.message)
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(8);
    expect(lines.join()).toContain('45 days');
    expect(buttonLabels(told.message)).toEqual(['Show mine', 'Delete mine']);
    const own = await discord.slash({ user: discord.user('ada'), name: 'privacy', guild: null }).settled();
    expect(buttonLabels(own.message)).toEqual(['Show mine', 'Delete mine']);
    await test.close();
  });

  it('gives what is kept as a file, in private', async () => {
    const { discord, test } = await open({ bot: { layout } });
    const user = discord.user('ada');
    const told = await discord.slash({ user, name: 'privacy' }).settled();
    const shown = await discord.click({ user, message: told.message, label: 'Show mine' }).settled();
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown.message)).toContain('all that I keep of you');
    expect(shown.message?.attachments.map(({ filename }) => filename)).toEqual(['verbatim-data.json']);
    await test.close();
  });
});

describe('the data of a person', () => {
  let scene: Scene;
  afterEach(() => scene.test.close());

  it('is asked about once, then gone from every table, and nobody else’s is', async () => {
    scene = await open();
    const { discord } = scene;
    const ada = await live(scene, 'ada');
    const bob = await live(scene, 'bob');
    for (const mark of [...ada, ...bob]) expect(scene.readAll()).toContain(mark);
    const user = discord.user('ada');
    const told = await discord.slash({ user, name: 'privacy' }).settled();
    const asked = await discord.click({ user, message: told.message, label: 'Delete mine' }).settled();
    expect(asked.ephemeral).toBe(true);
    expect(scene.readAll()).toContain(user.id);
    await discord.click({ user, message: asked.message, label: 'Delete it' }).settled();
    expect(textOf(asked.message)).toContain('nothing of you is left');
    const left = scene.readAll();
    for (const mark of ada) expect(left).not.toContain(mark);
    for (const mark of bob) expect(left).toContain(mark);
    expect(left).toContain('scoped-ada');
  });

  it('stays when it is kept, and when a stranger presses', async () => {
    scene = await open();
    const { discord } = scene;
    const [id = ''] = await live(scene, 'ada');
    const user = discord.user('ada');
    const told = await discord.slash({ user, name: 'privacy' }).settled();
    const asked = await discord.click({ user, message: told.message, label: 'Delete mine' }).settled();
    const forged = { user: discord.user('mallory'), message: asked.message, forge: true };
    await discord.click({ ...forged, customId: 'privacy:delete-mine' }).settled();
    await discord.click({ ...forged, customId: 'privacy:delete-server' }).settled();
    await discord.click({ ...forged, customId: 'privacy:ask-server' }).settled();
    await discord.click({ ...forged, customId: 'privacy:delete-mine.1' }).settled();
    expect(scene.readAll()).toContain(id);
    const again = await discord.click({ user, message: told.message, label: 'Delete mine' }).settled();
    await discord.click({ user, message: again.message, label: 'Keep it' }).settled();
    expect(textOf(again.message)).toContain('Nothing was deleted');
    expect(scene.readAll()).toContain(id);
  });
});

describe('the data of a server', () => {
  it('goes at once when its managers say so, and no other server’s does', async () => {
    const scene = await open();
    const { discord, test } = scene;
    await live(scene, 'ada');
    const manager = { user: discord.user('bob'), memberPermissions: MANAGER };
    const told = await discord.slash({ ...manager, name: 'privacy', channel: 'north' }).settled();
    expect(buttonLabels(told.message)).toContain('Delete this server’s data');
    const asked = await discord
      .click({ ...manager, message: told.message, label: 'Delete this server’s data' })
      .settled();
    await discord.click({ ...manager, message: asked.message, label: 'Delete it' }).settled();
    expect(textOf(asked.message)).toContain('nothing of this server is left');
    // Which articles it may read is its operator's to say.
    const left = scene.readAll().replaceAll(/"scope":"[^}]*"/gu, '');
    expect(left).not.toContain(discord.guild('North').id);
    expect(left).toContain(discord.guild('South').id);
    await test.close();
  });

  const isMarked = async ({ store }: Scene) => (await store.departures.before('9999')).length === 1;

  it('waits for its time when it removes the bot, and stays when it takes it back', async () => {
    const scene = await open();
    const { discord, test } = scene;
    await live(scene, 'ada');
    const north = discord.guild('North');
    discord.setBotMembership(north, false);
    await expect.poll(() => isMarked(scene)).toBe(true);
    expect(scene.readAll()).toContain('How deep?');
    discord.setBotMembership(north, true);
    await expect.poll(() => isMarked(scene)).toBe(false);
    await test.close();
  });

  it('is not marked while the server is out of reach', async () => {
    const scene = await open();
    const { discord, test } = scene;
    await live(scene, 'ada');
    const { id } = discord.guild('North');
    discord.sendRaw('GUILD_DELETE', { id, unavailable: true });
    await discord.slash({ user: discord.user('ada'), name: 'help', channel: 'south' }).settled();
    expect(await scene.store.departures.before('9999')).toEqual([]);
    await test.close();
  });

  it('goes after a restart when its time is over, also when it left meanwhile', async () => {
    const folder = await makeTempFolder();
    const first = await open({ folder });
    await live(first, 'ada');
    const { discord } = first;
    await first.test.bot.stop('test');
    discord.setBotMembership(discord.guild('North'), false);
    const second = await open({ folder, standIn: discord });
    await expect.poll(() => isMarked(second)).toBe(true);
    await second.test.bot.stop('test');
    const { departures } = second.store;
    await departures.unmark(discord.guild('North').id);
    await departures.mark(discord.guild('North').id, new Date(Date.now() - 31 * 86_400_000).toISOString());
    const third = await open({ folder, standIn: discord });
    await expect.poll(() => third.readAll()).not.toContain('How deep?');
    expect(await third.store.settings.servers()).toEqual([]);
    expect(third.readAll()).toContain(discord.guild('South').id);
    expect(third.test.log.join()).toContain('the data of servers that had removed the bot was deleted');
    await third.test.close();
  });

  it('stays when the bot is back after a longer time, which it was not there to see', async () => {
    const folder = await makeTempFolder();
    const first = await open({ folder });
    await live(first, 'ada');
    const { discord } = first;
    await first.test.bot.stop('test');
    await first.store.departures.mark(discord.guild('North').id, '2020-01-01T00:00:00.000Z');
    const second = await open({ folder, standIn: discord });
    await expect.poll(() => isMarked(second)).toBe(false);
    expect(second.readAll()).toContain('How deep?');
    await second.test.close();
  });
});
