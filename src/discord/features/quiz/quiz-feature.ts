import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { QuizGame } from '../../../domain/quiz-game.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word } from '../../messages/message-view.ts';
import type { Feature, FeatureDesk } from '../feature.ts';
import { mayLead } from '../may-lead.ts';
import { readSubcommand } from '../read-subcommand.ts';
import { planAgain, planStart } from './begin-quiz.ts';
import { QUIZ_COMMAND } from './command.ts';
import { QUIZ_FEATURE, readQuizPress } from './quiz-ids.ts';
import type { QuizPress } from './quiz-ids.ts';
import { renderScores } from './render-scores.ts';
import { planChoice, planTyped, planTyping } from './take-answer.ts';

/** Quizzes for a channel: a message a round, buttons or a form, and the quotation that shows the answer. */
export const quizFeature: Feature = {
  name: QUIZ_FEATURE,
  commands: [QUIZ_COMMAND.name],
  async onCommand(interaction, desk) {
    const asked = readSubcommand(interaction);
    switch (asked?.name) {
      case 'start':
        return planStart(interaction, asked, desk);
      case 'stop':
        return planStop(await gameHere(desk), desk);
      case 'scores':
        return planScores(await gameHere(desk), desk);
      default:
        return sendPrivately(word(desk.voices.asker, 'discord.unknownCommand'));
    }
  },
  async onComponent(rest, interaction, desk) {
    const press = readQuizPress(rest);
    const game = press && (await gameOf(press, desk));
    if (!press || !game) return sendPrivately(word(desk.voices.asker, 'quiz.forgotten'));
    return planPress(press, interaction, game, desk);
  },
  async onForm(rest, interaction, desk) {
    const press = readQuizPress(rest);
    const game = press && (await gameOf(press, desk));
    if (press?.act !== 'typed' || !game) return sendPrivately(word(desk.voices.asker, 'quiz.forgotten'));
    return planTyped(press, interaction, game, desk);
  },
};

/** The quiz of that channel, if the button is one of its own. */
async function gameOf({ quizId }: QuizPress, desk: FeatureDesk): Promise<QuizGame | undefined> {
  const game = await gameHere(desk);
  return game?.quiz.id === quizId ? game : undefined;
}

/** Nothing where the bot is no member any more. */
async function gameHere({ context, channelId, serverId }: FeatureDesk): Promise<QuizGame | undefined> {
  const game = await context.quizzes.find(channelId);
  return game?.serverId === serverId ? game : undefined;
}

async function planPress(
  press: QuizPress,
  interaction: APIMessageComponentInteraction,
  game: QuizGame,
  desk: FeatureDesk,
): Promise<Plan> {
  switch (press.act) {
    case 'choose':
      return planChoice(press, game, desk);
    case 'type':
      return planTyping(press, game, desk);
    case 'reveal':
    case 'next': {
      if (!mayLead(game.quiz, desk)) return sendPrivately(word(desk.voices.asker, 'quiz.hostOnly'));
      // Discord waits three seconds for an answer; to post a round may take longer.
      void desk.context.quizzes.lead(placeOf(game), press.round, press.act);
      return { kind: 'quiet' };
    }
    case 'again':
      return planAgain(interaction, game.quiz, desk);
    case 'typed':
      return sendPrivately(word(desk.voices.asker, 'quiz.forgotten'));
  }
}

function planStop(game: QuizGame | undefined, desk: FeatureDesk): Plan {
  const words = desk.voices.asker;
  if (!game || game.quiz.phase === 'over') return sendPrivately(word(words, 'quiz.none'));
  if (!mayLead(game.quiz, desk)) return sendPrivately(word(words, 'quiz.hostOnly'));
  return {
    kind: 'later',
    private: true,
    work: async () => {
      const isStopped = await desk.context.quizzes.stop(placeOf(game));
      return word(words, isStopped ? 'quiz.stopped' : 'quiz.failed');
    },
  };
}

function planScores(game: QuizGame | undefined, { voices }: FeatureDesk): Plan {
  const words = voices.asker;
  return sendPrivately(game ? renderScores(words, game.quiz) : word(words, 'quiz.noneLately'));
}

function placeOf({ channelId, quiz }: QuizGame): { readonly channelId: string; readonly quizId: string } {
  return { channelId, quizId: quiz.id };
}
