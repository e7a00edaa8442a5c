import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { ReadingStore } from '../../../src/domain/ports/reading-store.ts';
import type { Reading } from '../../../src/domain/reading.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import { cardsOfLighthouse } from '../../doubles/article-cards.ts';
import { createLibraryDouble, makeArticle } from '../../doubles/library.ts';
import { createMemoryReadingStore } from '../../doubles/memory-reading-store.ts';
import { createPassingTime } from '../../doubles/passing-time.ts';
import type { PassingTime } from '../../doubles/passing-time.ts';
import { createTestMemory, startBotUnderTest } from '../bot-under-test.ts';
import type { BotUnderTest, UnderTestOptions } from '../bot-under-test.ts';
import { beginIn, createChannelView } from './channel-view.ts';
import type { ChannelView, SlashOptions } from './channel-view.ts';

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

/** Several people in a channel with a bot, in a time that the test lets pass. */
export interface ReadingRoom extends ChannelView {
  readonly test: BotUnderTest;
  readonly discord: Discord;
  readonly time: PassingTime;
  readonly store: ReadingStore;
  /** Begins a reading in Berlin and waits for its first part. */
  readonly start: (options?: SlashOptions) => Promise<APIMessage>;
  readonly reading: () => Promise<Reading>;
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
      practice: { cardsOf: cardsOfLighthouse },
      ...options.bot,
    },
  });
  const { discord } = test;
  const here = async (): Promise<Reading> => {
    const reading = await store.inChannel(discord.channel().id);
    if (!reading) throw new Error('Nothing is read in the first channel.');
    return reading;
  };
  const view = createChannelView(discord, () =>
    discord.botMessages().filter((message) => (discord.record(message)?.ephemeralFor ?? null) === null),
  );
  return {
    ...view,
    test,
    discord,
    time,
    store,
    start: (given = {}) => beginIn(view, 'read start', { zone: 'Europe/Berlin', ...given }, 'Part 1 of'),
    reading: here,
    async untilDue() {
      // What is shown may be kept a moment later.
      const waits = async () => (await here()).portions.at(-1)?.messageId !== '' && time.waiting() > 0;
      await expect.poll(waits, { timeout: 5000 }).toBe(true);
      time.pass((await here()).nextAt - time.now());
    },
  };
}
