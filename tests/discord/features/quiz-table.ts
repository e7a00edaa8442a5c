import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Library } from '../../../src/domain/library.ts';
import type { QuizStore } from '../../../src/domain/ports/quiz-store.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import type { InteractionHandle } from '../../discord-standin/interaction-handle.ts';
import { lighthouseCards } from '../../doubles/article-cards.ts';
import { createLibraryDouble } from '../../doubles/library.ts';
import { createMemoryQuizStore } from '../../doubles/memory-quiz-store.ts';
import { createPassingTime } from '../../doubles/passing-time.ts';
import type { PassingTime } from '../../doubles/passing-time.ts';
import { createTestMemory, plainTextOf, startBotUnderTest } from '../bot-under-test.ts';
import type { BotUnderTest, UnderTestOptions } from '../bot-under-test.ts';
import { buttonLabels } from '../read-message.ts';

/** Several people in a channel with a bot that has cards, in a time that the test lets pass. */
export interface QuizTable {
  readonly test: BotUnderTest;
  readonly discord: Discord;
  readonly time: PassingTime;
  readonly store: QuizStore;
  readonly slash: (
    user: string,
    name: string,
    options?: Readonly<Record<string, string | number>>,
  ) => InteractionHandle;
  /** Begins a quiz and waits for its first round. */
  readonly start: (options?: Readonly<Record<string, string | number>>) => Promise<APIMessage>;
  readonly press: (user: string, message: APIMessage, label: string, more?: object) => InteractionHandle;
  /** What the press was answered with, in private. */
  readonly told: (handle: InteractionHandle) => Promise<string>;
  /** The bot's messages in the channel that everybody sees, oldest first. */
  readonly posted: () => readonly APIMessage[];
  /** Waits until the last message says that. */
  readonly shows: (text: string | RegExp) => Promise<APIMessage>;
}

export interface TableOptions extends Pick<UnderTestOptions, 'standIn' | 'library'> {
  readonly store?: QuizStore;
  readonly time?: PassingTime;
  readonly bot?: UnderTestOptions['bot'];
}

export async function layQuizTable(options: TableOptions = {}): Promise<QuizTable> {
  const time = options.time ?? createPassingTime();
  const store = options.store ?? createMemoryQuizStore();
  const test = await startBotUnderTest({
    ...(options.standIn && { standIn: options.standIn }),
    library: options.library ?? createLibraryDouble(),
    bot: {
      memory: createTestMemory(undefined, { quizzes: store }),
      time,
      practice: { cardsOf: cardsOfLighthouse },
      ...options.bot,
    },
  });
  const { discord } = test;
  const slash: QuizTable['slash'] = (user, name, given = {}) =>
    discord.slash({ user: discord.user(user), name, options: given });
  const posted = () =>
    discord.messages().filter(({ author, flags = 0 }) => author.id === discord.bot.id && (flags & 64) === 0);
  const shows: QuizTable['shows'] = async (text) => {
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
      const begun = await slash('ada', 'quiz start', given).settled();
      expect(plainTextOf(begun.message)).toContain('has begun');
      expect(begun.ephemeral).toBe(true);
      return shows('Question 1 of');
    },
    press: (user, message, label, more = {}) =>
      discord.click({ user: discord.user(user), message, label, ...more }),
    async told(handle) {
      await handle.settled();
      expect(handle.ephemeral).toBe(true);
      return plainTextOf(handle.message);
    },
    posted,
    shows,
  };
}

function cardsOfLighthouse(library: Library, articleId: string): ReturnType<typeof cards> {
  return cards(library, articleId);
}

async function cards(library: Library, articleId: string): Promise<ReturnType<typeof lighthouseCards>> {
  const article = library.article(articleId);
  return Promise.resolve(article?.id === 'lighthouse' ? lighthouseCards(article) : []);
}

/** The right answers of the cards, by a part of what they ask. */
const RIGHT: readonly (readonly [RegExp, string, string])[] = [
  [/built in 1843 by/u, 'Alva Thorne', 'Ruth Calder'],
  [/weighs eighty/u, 'Saltmere', 'Brannoch Head'],
  [/whale oil until 1871/u, 'The article says this', 'It was altered'],
  [/whale oil until 1843/u, 'It was altered', 'The article says this'],
  [/Who kept that log/u, 'Ruth Calder', 'Edwin'],
  [/kept the light for/u, 'thirty-four years', 'forty metres'],
];

/** What to press, or to type, in that round; `card` tells which of the cards it is. */
export function answersFor(round: APIMessage | undefined): {
  readonly card: string;
  readonly right: string;
  readonly wrong: string;
} {
  const found = RIGHT.find(([asks]) => asks.test(plainTextOf(round)));
  if (!found) throw new Error(`No card asks: ${plainTextOf(round)} ${buttonLabels(round).join(', ')}`);
  const [asks, right, wrong] = found;
  return { card: asks.source.replace(/\d+$/u, ''), right, wrong };
}
