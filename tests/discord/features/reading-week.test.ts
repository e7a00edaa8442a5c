import { describe, expect, it } from 'vitest';
import type { ReadingStore } from '../../../src/domain/ports/reading-store.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../../doubles/library.ts';
import { createMemoryReadingStore } from '../../doubles/memory-reading-store.ts';
import { textOf } from '../bot-under-test.ts';
import { buttonLabels, shownQuotations } from '../read-message.ts';
import { DAY, HARBOUR, openReadingRoom } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

const quotationsIn = (room: ReadingRoom) => room.posted().flatMap((message) => shownQuotations(message));
const paragraphs = (...numbers: readonly number[]) =>
  numbers.map((number) =>
    number > 5
      ? `Crane sentence ${number} tells of hooks and of rope.`
      : `Basin sentence ${number} tells of *mud* and of stone.`,
  );

/** The same people, the same time and the same store with another process. */
async function restart(room: ReadingRoom, store: ReadingStore = room.store): Promise<ReadingRoom> {
  await room.test.bot.stop('test');
  return openReadingRoom({ store, time: room.time, standIn: room.discord });
}

describe('a week of reading together', () => {
  it('posts each paragraph once, at eight in the morning, with a restart in the middle', async () => {
    let room = await openReadingRoom();
    const times: string[] = [];
    await room.start({ paragraphs: 1, time: '08:00' });
    for (let part = 2; part <= 10; part += 1) {
      await room.untilDue();
      times.push(new Date(room.time.now()).toISOString().slice(5, 16));
      const shown = await room.shows(`Part ${part} of 10`);
      expect(await room.told(room.press('bob', shown, 'I’ve read it'))).toContain('Counted');
      if (part === 4) room = await restart(room);
      if (part === 7) {
        // Away over two of the times: one part is late, and none is made up for.
        await room.test.bot.stop('test');
        room.time.pass(2 * DAY + DAY / 2);
        room = await openReadingRoom({ store: room.store, time: room.time, standIn: room.discord });
        await room.shows('Part 8 of 10');
        part = 8;
      }
    }
    expect(quotationsIn(room)).toEqual(paragraphs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    // The clocks go forward on the 29th.
    expect(times).toEqual([
      ...['03-24T07:00', '03-25T07:00', '03-26T07:00', '03-27T07:00', '03-28T07:00', '03-29T06:00'],
      ...['04-01T06:00', '04-02T06:00'],
    ]);
    expect(buttonLabels(room.posted().at(-1))).toContain('Five questions');
    room.time.pass(30 * DAY);
    await expect.poll(() => room.store.running()).toEqual([]);
    expect(room.posted()).toHaveLength(21);
    await room.test.close();
  });

  it('goes on where the text goes on after the article was changed', async () => {
    const room = await openReadingRoom();
    await room.start();
    const text = HARBOUR.text.replace('The basin', 'The basin\n\nA new paragraph stands before.');
    const { title, url = '' } = HARBOUR;
    const changed = makeArticle('harbour', text, { title, url });
    room.test.useLibrary(createLibraryDouble({ articles: [changed] }));
    await room.untilDue();
    await room.shows('Part 2 of 5');
    expect(quotationsIn(room)).toEqual(paragraphs(1, 2, 3, 4));
    const short = makeArticle('harbour', paragraphs(4).join(''));
    room.test.useLibrary(createLibraryDouble({ articles: [short] }));
    await room.untilDue();
    await room.shows('nothing is left of it to read');
    await expect.poll(() => room.store.running()).toEqual([]);
    await room.test.close();
  });

  it('ends with an offer of five questions', async () => {
    const room = await openReadingRoom({ library: createLibraryDouble() });
    const { press, told, shows } = room;
    await room.start({ paragraphs: 5 });
    const last = await shows('That was the last part');
    await expect.poll(() => room.store.running()).toEqual([]);
    expect(shownQuotations(room.posted()[1] ?? {})[0]).toMatch(/^The lighthouse of Brannoch Head/u);
    expect(await told(press('bob', last, 'I’ve read it'))).toContain('Counted');
    await expect.poll(() => textOf(room.posted()[2])).toContain('1 person has read this');
    expect(await told(press('bob', last, 'Five questions'))).toContain(
      `The quiz on “${LIGHTHOUSE.title}” has begun, with 5`,
    );
    const round = await shows('Question 1 of 5');
    expect(round.channel_id).toBe(last.channel_id);
    expect(await told(room.slash('ada', 'read start', { zone: 'UTC' }))).toContain('has begun');
    await room.test.close();
  });
});

describe('a part that the bot does not know the fate of', () => {
  /** Keeps no more after so many changes, until it is mended. */
  function breakingStore(after: number): { readonly broken: ReadingStore; readonly mended: ReadingStore } {
    const mended = createMemoryReadingStore();
    let left = after;
    const save: ReadingStore['save'] = (reading) =>
      left-- > 0 ? mended.save(reading) : Promise.reject(new Error('The disk is full.'));
    return { broken: { ...mended, save }, mended };
  }

  // The portion is planned, announced, given a thread, its quotations are counted, and it is complete.
  it.each([0, 1, 2, 3, 4])('is not posted twice when the store fails after %i changes', async (after) => {
    const { broken, mended } = breakingStore(after);
    // As Discord after some minutes, when it knows no nonce any more.
    const room = await openReadingRoom({ store: broken, discord: { enforcesNonce: false } });
    await room.slash('ada', 'read start', { zone: 'Europe/Berlin' }).settled();
    const again = await restart(room, mended);
    await again.shows('Part 1 of 5');
    await expect
      .poll(async () => (await again.reading()).portions[0]?.messageId)
      .toBe(again.posted().at(-1)?.id);
    expect(again.posted()).toHaveLength(3);
    expect(quotationsIn(again)).toEqual(paragraphs(1, 2));
    expect((await again.reading()).threadId).toBe(again.posted()[0]?.id);
    await again.untilDue();
    await again.shows('Part 2 of 5');
    await again.test.close();
  });

  it('is posted later when Discord did not take it, and tells its reader so', async () => {
    const room = await openReadingRoom();
    const first = await room.start();
    const fault = room.discord.fault({ method: 'POST', path: /\/messages$/u, code: 50013, times: 2 });
    await room.untilDue();
    await expect.poll(() => fault.hits).toBe(1);
    expect(await room.told(room.slash('bob', 'read status'))).toContain('I could not post it yet');
    expect(room.posted().at(-1)?.id).toBe(first.id);
    await expect.poll(() => room.time.waiting()).toBeGreaterThan(0);
    room.time.pass(600_000);
    await expect.poll(() => fault.hits).toBe(2);
    await expect.poll(() => room.time.waiting()).toBeGreaterThan(0);
    room.time.pass(600_000);
    await room.shows('Part 2 of 5');
    expect(quotationsIn(room)).toEqual(paragraphs(1, 2, 3, 4));
    await room.test.close();
  });
});

describe('where the bot may do less', () => {
  it('reads in the channel where it may open no thread, and says so', async () => {
    const room = await openReadingRoom();
    const { discord } = room;
    discord.fault({ method: 'POST', path: /\/threads$/u, code: 50013 });
    const word = await room.told(room.slash('ada', 'read start', { zone: 'UTC' }));
    expect(word).toContain('I cannot open a thread here');
    expect(new Set(room.posted().map((message) => message.channel_id))).toEqual(
      new Set([discord.channel().id]),
    );
    await room.test.close();
  });

  it('knows the time zone of its operator, where nobody has said another', async () => {
    const room = await openReadingRoom({ bot: { timeZone: 'Asia/Tokyo' } });
    const word = await room.told(room.slash('ada', 'read start', { time: '20:00' }));
    expect(word).toContain(`<t:${Date.UTC(2026, 2, 24, 11) / 1000}:F>`);
    await room.test.close();
  });

  it('reads in the thread where it was asked to', async () => {
    const room = await openReadingRoom();
    const thread = room.discord.thread({ name: 'Book club' });
    const word = await room.told(room.slash('ada', 'read start', { zone: 'UTC' }, { channel: thread }));
    expect(word).toContain(`<#${thread.id}>`);
    expect(word).not.toContain('I cannot open a thread');
    expect(new Set(room.posted().map((message) => message.channel_id))).toEqual(new Set([thread.id]));
    await room.test.close();
  });

  it('begins nothing that it may not post or cannot keep', async () => {
    const room = await openReadingRoom();
    room.discord.setBotPermissions('general', 1n << 10n);
    expect(await room.told(room.slash('ada', 'read start', { zone: 'UTC' }))).toContain(
      'I could not post here',
    );
    await expect.poll(() => room.store.running()).toEqual([]);
    await room.test.close();
    const begin = () => Promise.reject(new Error('The disk is full.'));
    const full = await openReadingRoom({ store: { ...room.store, begin } });
    expect(await full.told(full.slash('ada', 'read start', { zone: 'UTC' }))).toContain(
      'could not keep that',
    );
    await full.test.close();
  });

  it('says so when it cannot look up what is read', async () => {
    const store = createMemoryReadingStore();
    const down = { ...store, inChannel: () => Promise.reject(new Error('The disk is gone.')) };
    const room = await openReadingRoom({ store: down });
    for (const name of ['read status', 'read pause', 'read resume', 'read stop'])
      expect(await room.told(room.slash('ada', name))).toContain('I cannot look that up just now');
    await room.test.close();
  });

  it('ends when its thread was deleted', async () => {
    const room = await openReadingRoom();
    await room.start();
    room.discord.fault({ method: 'POST', path: /\/messages$/u, code: 10003 });
    await room.untilDue();
    await expect.poll(() => room.store.running()).toEqual([]);
    await room.test.close();
  });
});
