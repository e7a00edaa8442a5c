import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Library } from '../../../src/domain/library.ts';
import type { ReadingStore } from '../../../src/domain/ports/reading-store.ts';
import type { Reading } from '../../../src/domain/reading.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import type { InteractionHandle } from '../../discord-standin/interaction-handle.ts';
import { lighthouseCards } from '../../doubles/article-cards.ts';
import { createLibraryDouble, makeArticle } from '../../doubles/library.ts';
import { createMemoryReadingStore } from '../../doubles/memory-reading-store.ts';
import { createPassingTime } from '../../doubles/passing-time.ts';
import type { PassingTime } from '../../doubles/passing-time.ts';
import { createTestMemory, plainTextOf, startBotUnderTest } from '../bot-under-test.ts';
import type { BotUnderTest, UnderTestOptions } from '../bot-under-test.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Ten short paragraphs under two headings. */
export const HARBOUR = makeArticle(
  'harbour',
  [
    'The basin',
    ...[1, 2, 3, 4, 5].map((number) => `Basin sentence ${number} tells of *mud* and of stone.`),
    'The cranes',
    ...[6, 7, 8, 9, 10].map((number) => `Crane sentence ${number} tells of hooks and of rope.`),
  ].join('\n\n'),
  { title: 'The harbour book', url: 'https://example.org/harbour' },
);

type Options = Readonly<Record<string, string | number>>;

/** Several people in a channel with a bot, in a time that the test lets pass. */
export interface ReadingRoom {
  readonly test: BotUnderTest;
  readonly discord: Discord;
  readonly time: PassingTime;
  readonly store: ReadingStore;
  readonly slash: (user: string, name: string, options?: Options, more?: object) => InteractionHandle;
  /** Begins a reading in Berlin and waits for its first part. */
  readonly start: (options?: Options) => Promise<APIMessage>;
  readonly press: (
    user: string,
    message: APIMessage | undefined,
    label: string,
    more?: object,
  ) => InteractionHandle;
  /** What the press was answered with, in private. */
  readonly told: (handle: InteractionHandle) => Promise<string>;
  readonly reading: () => Promise<Reading>;
  /** What everybody sees where it is posted, oldest first. */
  readonly posted: () => readonly APIMessage[];
  /** Waits until the last message there says that. */
  readonly shows: (text: string | RegExp) => Promise<APIMessage>;
  /** Lets time pass until the next part is due. */
  readonly untilDue: () => Promise<void>;
}

export interface RoomOptions extends Pick<UnderTestOptions, 'standIn' | 'library' | 'discord'> {
  readonly store?: ReadingStore;
  readonly time?: PassingTime;
  readonly bot?: UnderTestOptions['bot'];
}

export async function openReadingRoom(options: RoomOptions = {}): Promise<ReadingRoom> {
  // 10:00 in Berlin.
  const time = options.time ?? createPassingTime(Date.UTC(2026, 2, 23, 9));
  const store = options.store ?? createMemoryReadingStore();
  const test = await startBotUnderTest({
    ...(options.standIn && { standIn: options.standIn }),
    ...(options.discord && { discord: options.discord }),
    library: options.library ?? createLibraryDouble({ articles: [HARBOUR] }),
    bot: {
      memory: createTestMemory(undefined, { readings: store }),
      time,
      practice: { cardsOf },
      ...options.bot,
    },
  });
  const { discord } = test;
  const slash: ReadingRoom['slash'] = (user, name, given = {}, more = {}) =>
    discord.slash({ user: discord.user(user), name, options: given, ...more });
  const here = async (): Promise<Reading> => {
    const reading = await store.inChannel(discord.channel().id);
    if (!reading) throw new Error('Nothing is read in the first channel.');
    return reading;
  };
  const posted = () =>
    discord.botMessages().filter((message) => (discord.record(message)?.ephemeralFor ?? null) === null);
  const shows: ReadingRoom['shows'] = async (text) => {
    await expect.poll(() => plainTextOf(posted().at(-1)), { timeout: 5000 }).toMatch(text);
    const last = posted().at(-1);
    if (!last) throw new Error('Nothing was posted.');
    return last;
  };
  return {
    test,
    discord,
    time,
    store,
    slash,
    async start(given = {}) {
      const begun = await slash('ada', 'read start', { zone: 'Europe/Berlin', ...given }).settled();
      expect(plainTextOf(begun.message)).toContain('has begun');
      expect(begun.ephemeral).toBe(true);
      return shows('Part 1 of');
    },
    press: (user, message, label, more = {}) =>
      discord.click({ user: discord.user(user), message, label, ...more }),
    async told(handle) {
      await handle.settled();
      expect(handle.ephemeral).toBe(true);
      return plainTextOf(handle.message);
    },
    reading: here,
    posted,
    shows,
    async untilDue() {
      // What is shown may be kept a moment later.
      const waits = async () => (await here()).portions.at(-1)?.messageId !== '' && time.waiting() > 0;
      await expect.poll(waits, { timeout: 5000 }).toBe(true);
      time.pass((await here()).nextAt - time.now());
    },
  };
}

async function cardsOf(library: Library, articleId: string): Promise<ReturnType<typeof lighthouseCards>> {
  const article = library.article(articleId);
  return Promise.resolve(article?.id === 'lighthouse' ? lighthouseCards(article) : []);
}
