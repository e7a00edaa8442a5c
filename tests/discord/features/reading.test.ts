import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibraryDouble, makeArticle } from '../../doubles/library.ts';
import { textOf } from '../bot-under-test.ts';
import { buttonLabels, shownQuotations } from '../read-message.ts';
import { DAY, HARBOUR, HOUR, openReadingRoom } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

const stamp = (iso: string) => `<t:${Date.parse(iso) / 1000}:F>`;

describe('an article that a channel reads together', () => {
  let room: ReadingRoom;
  beforeEach(async () => {
    room = await openReadingRoom();
  });
  afterEach(() => room.test.close());

  it('begins at once in a thread, with its paragraphs word for word and their source', async () => {
    const { discord, slash, told } = room;
    const word = await told(slash('ada', 'read start', { zone: 'berlin', time: '8 am' }));
    const [announcement, quoted, controls] = room.posted();
    const thread = discord.channel({ id: announcement?.id ?? '' });
    expect(thread).toMatchObject({ name: HARBOUR.title, type: 11 });
    expect(word).toContain(`“The harbour book” has begun in <#${thread.id}>. The next part comes`);
    expect(word).toContain(stamp('2026-03-24T07:00:00Z'));
    expect(textOf(announcement)).toContain('2 paragraphs each day at 08:00 (Europe/Berlin)');
    expect(announcement?.channel_id).toBe(discord.channel().id);
    expect(quoted?.channel_id).toBe(thread.id);
    expect(quoted && shownQuotations(quoted)).toEqual(
      [1, 2].map((number) => `Basin sentence ${number} tells of *mud* and of stone.`),
    );
    for (const text of [
      '**The basin**',
      '*The harbour book*, ¶\u00a01',
      'https://example.org/harbour#:~:text=',
    ])
      expect(textOf(quoted)).toContain(text);
    expect(textOf(controls)).toContain('Part 1 of 5');
    expect(textOf(controls)).toContain('¶\u00a01–2 · nobody has read this yet');
    expect(textOf(controls)).toContain(stamp('2026-03-24T07:00:00Z'));
    expect(buttonLabels(controls)).toEqual(['I’ve read it', 'Ask about this']);
    expect(room.posted()).toHaveLength(3);
  });

  it('counts two people, takes one back, and edits at most once a second', async () => {
    const { press, told, time, discord, shows } = room;
    const part = await room.start();
    const edits = () => discord.requests.filter(({ method }) => method === 'PATCH').length;
    expect(await told(press('ada', part, 'I’ve read it'))).toContain('Counted: you have read part 1');
    await shows('1 person has read this');
    const before = edits();
    expect(await told(press('bob', part, 'I’ve read it'))).toContain('Counted');
    expect(await told(press('cem', part, 'I’ve read it'))).toContain('Counted');
    expect(await told(press('ada', part, 'I’ve read it'))).toContain('Taken back');
    expect(edits()).toBe(before);
    time.pass(1000);
    const shown = await shows('2 people have read this');
    expect(edits()).toBe(before + 1);
    expect(shown.id).toBe(part.id);
    expect(textOf(shown)).not.toContain(`<@${discord.user('bob').id}>`);
    const status = await told(room.slash('dora', 'read status'));
    expect(status).toMatch(/Part 1 of 5 was the last to come · 2 people have read this/u);
    expect(status).toContain(stamp('2026-03-24T07:00:00Z'));
    expect(await told(press('dora', room.posted()[0], 'Where are we?'))).toBe(status);
  });

  it('answers questions from that article alone, in private', async () => {
    const other = makeArticle('cranes', 'Crane sentence 99 tells of hooks and of rope elsewhere.');
    room.test.useLibrary(createLibraryDouble({ articles: [other, HARBOUR] }));
    const part = await room.start({ article: 'harbour' });
    const { discord, press } = room;
    const ask = async (question: string) => {
      const opened = await press('bob', part, 'Ask about this').acknowledged();
      return discord.modalSubmit({ user: discord.user('bob'), from: opened, values: { question } });
    };
    const answer = await ask('Which crane sentence tells of hooks and rope elsewhere?');
    await answer.settled();
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('The harbour book');
    expect(textOf(answer.message)).not.toContain('sentence 99');
    const opened = await press('bob', part, 'Ask about this').acknowledged();
    room.test.useLibrary(createLibraryDouble({ articles: [other] }));
    const values = { question: 'Which crane sentence tells of hooks?' };
    const late = discord.modalSubmit({ user: discord.user('bob'), from: opened, values });
    expect(await room.told(late)).toContain('cannot be read here any more');
    expect(await room.told(press('bob', part, 'Ask about this'))).toContain('cannot be read here any more');
  });

  it('says what it lacks, and keeps to one reading a channel', async () => {
    const { slash, told } = room;
    expect(await told(slash('ada', 'read start'))).toContain('Which time zone is yours?');
    expect(await told(slash('ada', 'read start', { zone: 'Atlantis' }))).toContain(
      'I know no time zone “Atlantis”',
    );
    expect(await told(slash('ada', 'read start', { zone: 'UTC', time: '25:00' }))).toContain(
      '“25:00” is no time',
    );
    expect(await told(slash('ada', 'read start', { zone: 'UTC', article: 'boats' }))).toContain('boats');
    expect(await told(slash('ada', 'read status'))).toContain('Nothing is being read');
    expect(await told(slash('ada', 'read stop'))).toContain('Nothing is being read');
    expect(room.posted()).toEqual([]);
    const part = await room.start();
    expect(await told(slash('bob', 'read start'))).toContain('being read in this channel already');
    const thread = { channel: { id: part.channel_id } };
    expect(await told(slash('bob', 'read start', {}, thread))).toContain(
      'being read in this channel already',
    );
    // The zone was said once.
    const elsewhere = slash('bob', 'read start', { time: '20:00' }, { channel: 'reading-room' });
    expect(await told(elsewhere)).toContain(stamp('2026-03-23T19:00:00Z'));
  });

  it('offers time zones with the time that it is there', async () => {
    const { discord } = room;
    const typed = { user: discord.user('ada'), name: 'read start', options: { zone: 'berl' } };
    const { choices } = await discord.autocomplete({ ...typed, focused: 'zone' });
    expect(choices).toEqual([{ name: 'Europe/Berlin · 10:00', value: 'Europe/Berlin' }]);
    const article = { ...typed, options: { article: 'harb' } };
    const found = await discord.autocomplete({ ...article, focused: 'article' });
    expect(found.choices.map(({ value }) => value)).toEqual(['harbour']);
  });

  it('is paused and stopped by its host and by moderators alone', async () => {
    const { slash, told, press, shows } = room;
    await room.start();
    for (const name of ['read stop', 'read pause'])
      expect(await told(slash('bob', name))).toContain('Only who began the reading');
    expect(await told(slash('ada', 'read resume'))).toContain('is not paused');
    expect(await told(slash('ada', 'read pause'))).toContain('The reading is paused');
    const notice = await shows('The reading is paused.');
    room.time.pass(3 * DAY);
    expect(await told(press('bob', notice, 'Go on'))).toContain('Only who began the reading');
    expect(await told(slash('ada', 'read status'))).toContain('The reading is paused');
    expect(room.posted()).toHaveLength(4);
    expect(await told(press('ada', notice, 'Go on'))).toContain('It goes on');
    await shows('Part 2 of 5');
    expect(textOf(room.posted()[3])).toBe('The reading goes on.');
    const moderator = { memberPermissions: 1n << 13n };
    expect(await told(slash('mod', 'read stop', {}, moderator))).toContain('has been stopped');
    await shows('The reading was stopped.');
    await expect.poll(() => room.store.running()).toEqual([]);
    expect(await told(slash('ada', 'read status'))).toContain('The reading is over');
    const count = room.posted().length;
    room.time.pass(3 * DAY);
    await room.start();
    expect(room.posted()).toHaveLength(count + 3);
  });

  it('takes no forged press', async () => {
    const { press, told, store } = room;
    const part = await room.start();
    const { id } = await room.reading();
    for (const customId of [
      `read:r.${id}.2`,
      `read:r.${id}.0`,
      'read:r.0000000000.1',
      `read:r.${id}`,
      `read:f.${id}`,
      'read:',
      `read:zz.${id}`,
    ])
      expect(await told(press('bob', part, 'x', { customId, forge: true })), customId).toContain(
        'I do not keep that reading',
      );
    const goOn = { customId: `read:g.${id}.1`, forge: true };
    expect(await told(press('bob', part, 'x', goOn))).toContain('is not paused');
    expect(await store.exportOf(room.discord.user('bob').id)).toEqual([]);
    // In another channel it is not there.
    const elsewhere = room.discord.message({ user: room.discord.bot, content: 'x', channel: 'reading-room' });
    const foreign = { customId: `read:r.${id}.1`, forge: true };
    expect(await told(press('bob', elsewhere.message, 'x', foreign))).toContain('I do not keep that reading');
  });

  it('rests with a word while its article is not to be read there, and shows nothing of it', async () => {
    const { shows, told, slash, press } = room;
    const part = await room.start();
    const since = room.discord.requests.length;
    room.test.useLibrary(createLibraryDouble({ articles: [] }));
    expect(await told(press('ada', part, 'I’ve read it'))).toContain('Counted');
    await shows('1 person has read this');
    await room.untilDue();
    await shows('so the reading rests');
    await room.untilDue();
    expect(await told(slash('ada', 'read status'))).toContain('cannot be read here any more');
    const sent = JSON.stringify(room.discord.requests.slice(since).map(({ body }) => body));
    expect(sent).not.toMatch(/harbour|Basin|mud/iu);
    expect(room.posted().filter((message) => textOf(message).includes('rests'))).toHaveLength(1);
    room.test.useLibrary(createLibraryDouble({ articles: [HARBOUR] }));
    await room.untilDue();
    await shows('Part 2 of 5');
  });

  it('waits when nobody presses for three days, says so once, and goes on at anybody’s press', async () => {
    const { shows, told, press } = room;
    await room.start();
    for (const part of [2, 3]) {
      await room.untilDue();
      await shows(`Part ${part} of 5`);
    }
    await room.untilDue();
    const notice = await shows('Nobody has pressed for three days');
    room.time.pass(9 * DAY);
    expect(room.posted().at(-1)?.id).toBe(notice.id);
    expect(await told(press('bob', notice, 'Go on'))).toContain('It goes on');
    const fourth = await shows('Part 4 of 5');
    await expect.poll(() => buttonLabels(room.posted().find(({ id }) => id === notice.id))).toEqual([]);
    expect(await told(press('cem', fourth, 'I’ve read it'))).toContain('you have read part 4');
    await room.untilDue();
    await shows('Part 5 of 5');
    expect(room.time.now() % DAY).toBe(6 * HOUR);
  });
});
