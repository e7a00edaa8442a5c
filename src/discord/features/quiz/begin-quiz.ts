import { randomBytes, randomInt } from 'node:crypto';
import type { APIApplicationCommandInteraction } from 'discord-api-types/v10';
import type { Article } from '../../../domain/article.ts';
import type { Card } from '../../../domain/card.ts';
import { QUIZ_MODES } from '../../../domain/quiz.ts';
import type { Quiz, QuizMode } from '../../../domain/quiz.ts';
import { chooseRounds } from '../../../study/quiz/choose-rounds.ts';
import { missedCards } from '../../../study/quiz/score-quiz.ts';
import { startQuiz } from '../../../study/quiz/start-quiz.ts';
import { requireArticle } from '../../commands/find-article.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { channelPlaceOf } from '../../interaction-place.ts';
import { word, wordMessage } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { nameArticle } from '../../messages/name-article.ts';
import { shortenEscaped } from '../../messages/shorten-text.ts';
import { mayAnswerIn } from '../../serve-server.ts';
import type { FeatureDesk } from '../feature.ts';
import { numberOption, textOption } from '../read-subcommand.ts';
import type { Subcommand } from '../read-subcommand.ts';
import { cardStands } from '../show-card.ts';
import { QUIZ_LIMITS } from '../../../domain/server-settings.ts';

/** Below the largest whole number that a seed takes. */
const SEEDS = 2 ** 31;

/** Makes the cards, which may take a while, and posts the first round. */
export function planStart(
  interaction: APIApplicationCommandInteraction,
  asked: Subcommand,
  desk: FeatureDesk,
): Plan {
  const { voices, library, settings } = desk;
  const refusal = refuseHere(interaction, desk);
  if (refusal) return refusal;
  const article = requireArticle(voices.asker, textOption(asked, 'article'), library);
  if ('kind' in article) return article;
  const mode = QUIZ_MODES.find((name) => name === textOption(asked, 'mode')) ?? settings.quiz.mode;
  const count = numberOption(asked, 'rounds', QUIZ_LIMITS.rounds) ?? settings.quiz.rounds;
  const seconds = numberOption(asked, 'seconds', QUIZ_LIMITS.seconds) ?? settings.quiz.seconds;
  return { kind: 'later', private: true, work: () => beginOn(article, { count, mode, seconds }, desk) };
}

/** The same with so many rounds, and else as the server has it. */
export function planQuizOn(
  interaction: Parameters<typeof channelPlaceOf>[0],
  article: Article,
  count: number,
  desk: FeatureDesk,
): Plan {
  const { mode, seconds } = desk.settings.quiz;
  return (
    refuseHere(interaction, desk) ?? {
      kind: 'later',
      private: true,
      work: () => beginOn(article, { count, mode, seconds }, desk),
    }
  );
}

async function beginOn(
  article: Article,
  { count, mode, seconds }: Pick<Frame, 'mode' | 'seconds'> & { readonly count: number },
  desk: FeatureDesk,
): Promise<MessageView> {
  const { library, context } = desk;
  const cards = await context.practice.cardsOf(library, article.id);
  const standing = cards.filter((card) => cardStands(card, library));
  const seed = randomInt(SEEDS);
  const chosen = chooseRounds(standing, { count, mode, seed });
  return begin(chosen, { article, mode, seconds, seed }, desk);
}

/** The same once more, with what somebody missed; whoever presses is the host. */
export function planAgain(
  interaction: Parameters<typeof channelPlaceOf>[0],
  quiz: Quiz,
  desk: FeatureDesk,
): Plan {
  const { voices, library } = desk;
  const refusal = refuseHere(interaction, desk);
  if (refusal) return refusal;
  const article = library.article(quiz.articleId);
  const cards = missedCards(quiz).filter((card) => cardStands(card, library));
  if (!article || cards.length === 0) return sendPrivately(word(voices.asker, 'quiz.noMissed'));
  const { mode, seconds } = quiz;
  return {
    kind: 'later',
    private: true,
    work: () => begin(cards, { article, mode, seconds, seed: randomInt(SEEDS) }, desk),
  };
}

function refuseHere(
  interaction: Parameters<typeof channelPlaceOf>[0],
  { voices, settings, serverId }: FeatureDesk,
): Plan | undefined {
  if (serverId === undefined) return sendPrivately(word(voices.asker, 'quiz.serversOnly'));
  if (!mayAnswerIn(settings, channelPlaceOf(interaction)))
    return sendPrivately(word(voices.asker, 'discord.closedChannel'));
  return undefined;
}

interface Frame {
  readonly article: Article;
  readonly mode: QuizMode;
  readonly seconds: number;
  readonly seed: number;
}

async function begin(cards: readonly Card[], frame: Frame, desk: FeatureDesk): Promise<MessageView> {
  const { voices, library, context, channelId, serverId = '', userId } = desk;
  const { article, ...rules } = frame;
  const words = voices.asker;
  const title = shortenEscaped(nameArticle(article, library), 200);
  if (cards.length === 0) return wordMessage(words, words('quiz.tooFew', { title }));
  const quiz = startQuiz(
    { ...rules, id: randomBytes(5).toString('hex'), hostId: userId, articleId: article.id },
    cards,
    context.time.now(),
  );
  const begun = await context.quizzes.begin({ quiz, serverId, channelId, messages: [] });
  switch (begun) {
    case 'begun':
      return wordMessage(words, words('quiz.begun', { title, count: cards.length }));
    case 'busy':
      return word(words, 'quiz.busy');
    case 'unposted':
      return word(words, 'quiz.noPost');
    case 'failed':
      return word(words, 'quiz.failed');
  }
}
