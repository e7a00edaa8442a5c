import type { APIMessage } from 'discord-api-types/v10';
import type { QuizStore } from '../../../src/domain/ports/quiz-store.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import { cardsOfLighthouse } from '../../doubles/article-cards.ts';
import { createLibraryDouble } from '../../doubles/library.ts';
import { createMemoryQuizStore } from '../../doubles/memory-quiz-store.ts';
import { createPassingTime } from '../../doubles/passing-time.ts';
import type { PassingTime } from '../../doubles/passing-time.ts';
import { createTestMemory, plainTextOf, startBotUnderTest } from '../bot-under-test.ts';
import type { BotUnderTest, UnderTestOptions } from '../bot-under-test.ts';
import { buttonLabels } from '../read-message.ts';
import { beginIn, createChannelView } from './channel-view.ts';
import type { ChannelView, SlashOptions } from './channel-view.ts';

/** Several people in a channel with a bot that has cards, in a time that the test lets pass. */
export interface QuizTable extends ChannelView {
  readonly test: BotUnderTest;
  readonly discord: Discord;
  readonly time: PassingTime;
  readonly store: QuizStore;
  /** Begins a quiz and waits for its first round. */
  readonly start: (options?: SlashOptions) => Promise<APIMessage>;
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
  const view = createChannelView(discord, () =>
    discord.messages().filter(({ author, flags = 0 }) => author.id === discord.bot.id && (flags & 64) === 0),
  );
  return {
    ...view,
    test,
    discord,
    time,
    store,
    start: (given = {}) => beginIn(view, 'quiz start', given, 'Question 1 of'),
  };
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
