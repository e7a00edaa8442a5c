import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibraryDouble, makeArticle } from '../../doubles/library.ts';
import { plainTextOf, textOf } from '../bot-under-test.ts';
import { buttonLabels, shownQuotations } from '../read-message.ts';
import { DAY, HARBOUR, openReadingRoom } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

const NO_ARTICLE = createLibraryDouble({ articles: [] });
const MESSAGES = /\/channels\/\d+\/messages$/u;

describe('a reading that takes another turn', () => {
  let room: ReadingRoom;
  beforeEach(async () => {
    room = await openReadingRoom();
  });
  afterEach(() => room.test.close());

  it('says that it was stopped while it was paused', async () => {
    const { slash, told, shows } = room;
    await room.start();
    expect(await told(slash('ada', 'read pause'))).toContain('is paused');
    const notice = await shows('The reading is paused.');
    expect(buttonLabels(notice)).toEqual(['Go on']);
    expect(await told(slash('ada', 'read stop'))).toContain('has been stopped');
    await shows('The reading was stopped.');
    const settled = room.posted().find(({ id }) => id === notice.id);
    expect(plainTextOf(settled)).toContain('The reading is paused.');
    expect(buttonLabels(settled)).toEqual([]);
    await expect.poll(() => room.store.running()).toEqual([]);
  });

  it('says that it was paused while it waited', async () => {
    const { slash, told, shows, press } = room;
    await room.start();
    for (const part of [2, 3]) {
      await room.untilDue();
      await shows(`Part ${part} of 5`);
    }
    await room.untilDue();
    await shows('Nobody has pressed for three days');
    expect(await told(slash('ada', 'read pause'))).toContain('is paused');
    const notice = await shows('The reading is paused.');
    expect(await told(press('bob', notice, 'Go on'))).toContain('Only who began');
  });

  it('makes way for another when its end cannot be told', async () => {
    const { slash, told, discord } = room;
    await room.start();
    const fault = discord.fault({ method: 'POST', path: MESSAGES, code: 50013, times: Infinity });
    expect(await told(slash('ada', 'read stop'))).toContain('has been stopped');
    fault.remove();
    await expect.poll(() => room.store.running()).toEqual([]);
    await room.start();
  });

  it('tries no more than every ten minutes where it may not post', async () => {
    const { discord, time } = room;
    await room.start();
    const fault = discord.fault({ method: 'POST', path: MESSAGES, code: 50013, times: Infinity });
    await room.untilDue();
    await expect.poll(() => fault.hits).toBe(1);
    await expect.poll(() => time.waiting()).toBeGreaterThan(0);
    time.pass(2 * DAY);
    await expect.poll(() => fault.hits).toBe(2);
    // What would follow at once has to have its chance.
    await room.told(room.slash('bob', 'read status'));
    expect(fault.hits).toBe(2);
    fault.remove();
    await expect.poll(() => time.waiting()).toBeGreaterThan(0);
    time.pass(600_000);
    await room.shows('Part 2 of 5');
  });

  it('tries again after what nobody foresaw', async () => {
    await room.start();
    const whole = createLibraryDouble({ articles: [HARBOUR] });
    let breaks = true;
    room.test.useLibrary({
      ...whole,
      article(id) {
        if (breaks) throw new Error('Nobody foresaw this.');
        return whole.article(id);
      },
    });
    await room.untilDue();
    await expect.poll(() => room.test.log.join()).toContain('a reading could not go on');
    breaks = false;
    room.time.pass(600_000);
    await room.shows('Part 2 of 5');
  });

  it('does not say that it goes on where its article has left', async () => {
    const { slash, told, shows, press } = room;
    await room.start();
    await told(slash('ada', 'read pause'));
    const notice = await shows('The reading is paused.');
    room.test.useLibrary(NO_ARTICLE);
    expect(await told(press('ada', notice, 'Go on'))).toContain('so the reading rests');
    await shows('so the reading rests');
    expect(await told(slash('ada', 'read status'))).toContain('cannot be read here');
    room.test.useLibrary(createLibraryDouble({ articles: [HARBOUR] }));
    const status = await told(slash('ada', 'read status'));
    expect(status).toContain('The next part comes');
    await room.untilDue();
    await shows('Part 2 of 5');
  });

  it('is over, and not paused, when it is paused while its last part is posted', async () => {
    const { discord, slash, told, shows } = room;
    await room.start({ paragraphs: 5 });
    const slow = discord.fault({ method: 'POST', path: MESSAGES, delayMs: 1500 });
    await room.untilDue();
    await expect.poll(() => slow.hits).toBe(1);
    const paused = slash('ada', 'read pause');
    await shows('That was the last part');
    await expect.poll(() => room.store.running()).toEqual([]);
    await paused.settled();
    expect(
      room
        .posted()
        .map((message) => plainTextOf(message))
        .join(),
    ).not.toContain('is paused');
    expect(await told(slash('ada', 'read status'))).toContain('The reading is over');
  });

  it('takes back the word that it begins where its thread takes nothing', async () => {
    const { discord, slash, told, posted } = room;
    const elsewhere = new RegExp(`/channels/(?!${discord.channel().id})\\d+/messages$`, 'u');
    discord.fault({ method: 'POST', path: elsewhere, code: 50013 });
    expect(await told(slash('ada', 'read start', { zone: 'UTC' }))).toContain('could not post here');
    expect(posted().map((message) => plainTextOf(message))).toEqual(['The reading was stopped.']);
  });

  it('posts a paragraph that somebody was answered with before', async () => {
    const text = ['A weir holds back the river.', 'Eels climb a ladder of reed.', 'The miller counts sacks.'];
    const weir = makeArticle('weir', text.join('\n\n'));
    room.test.useLibrary(createLibraryDouble({ articles: [weir] }));
    const part = await room.start({ paragraphs: 1 });
    const thread = { channel: { id: part.channel_id } };
    const answer = await room
      .slash('bob', 'ask', { question: 'Do eels climb a reed ladder?' }, thread)
      .settled();
    expect(answer.message && shownQuotations(answer.message)).toEqual([text[1]]);
    await room.untilDue();
    await room.shows('Part 2 of 3');
    expect(room.posted().flatMap((message) => shownQuotations(message))).toEqual([text[0], text[1], text[1]]);
  });

  it('is not deserted where somebody looks how far it is', async () => {
    await room.start();
    expect((await room.reading()).unpressed).toBe(1);
    await room.told(room.press('bob', room.posted()[0], 'Where are we?'));
    expect((await room.reading()).unpressed).toBe(0);
  });
});

it('keeps no reading waiting for another after a restart', async () => {
  const room = await openReadingRoom();
  const first = await room.start();
  room.time.pass(1000);
  await room.slash('bob', 'read start', { zone: 'UTC' }, { channel: 'reading-room' }).settled();
  const second = room.posted().at(-1);
  await room.test.bot.stop('test');
  room.time.pass(DAY);
  const path = new RegExp(`/channels/${first.channel_id}/messages$`, 'u');
  room.discord.fault({ method: 'POST', path, delayMs: 2000 });
  const again = await openReadingRoom({ store: room.store, time: room.time, standIn: room.discord });
  const parts = () => again.posted().filter((message) => textOf(message).includes('Part 2 of 5'));
  await expect.poll(() => parts().length, { timeout: 9000 }).toBe(2);
  expect(parts().map((message) => message.channel_id)).toEqual([second?.channel_id, first.channel_id]);
  await again.test.close();
});
