import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type {
  APIModalInteractionResponseCallbackData,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import type { QuizGame } from '../../../domain/quiz-game.ts';
import { judgeAnswer, MAX_TYPED_CHARACTERS } from '../../../study/answers/match-answer.ts';
import { refuseAnswer } from '../../../study/quiz/answer-round.ts';
import type { AnswerOutcome } from '../../../study/quiz/answer-round.ts';
import type { Words } from '../../../words/words.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { word, wordMessage } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import type { FeatureDesk } from '../feature.ts';
import { cardStands } from '../show-card.ts';
import { typedIn } from '../../typed-in.ts';
import { quizId } from './quiz-ids.ts';
import type { QuizPress } from './quiz-ids.ts';
import { nameOption } from './render-round.ts';

/** The custom_id of what is typed. */
const FIELD = 'answer';

type Choice = QuizPress & { readonly act: 'choose' };
type Typing = QuizPress & { readonly act: 'type' | 'typed' | 'reveal' | 'next' };

/** Somebody pressed an option. */
export async function planChoice(press: Choice, game: QuizGame, desk: FeatureDesk): Promise<Plan> {
  const { voices, userId, channelId, context, library } = desk;
  const outcome = await context.quizzes.answer(
    { channelId, quizId: press.quizId },
    { personId: userId, round: press.round, given: { option: press.option } },
  );
  const round = game.quiz.rounds[press.round];
  const option = round?.options[press.option];
  const words = voices.asker;
  // An option quotes the article, which may have left since it was asked.
  if (outcome.kind === 'taken' && option && cardStands(round.card, library))
    return sendPrivately(wordMessage(words, words('quiz.taken', { answer: nameOption(words, option) })));
  return sendPrivately(sayOutcome(words, outcome));
}

/** Opens the form, unless it would be filled in for nothing. */
export function planTyping({ round, ...press }: Typing, { quiz }: QuizGame, desk: FeatureDesk): Plan {
  const { voices, userId, context } = desk;
  const refusal = refuseAnswer(quiz, { personId: userId, round, at: context.time.now() });
  if (refusal) return sendPrivately(sayOutcome(voices.asker, refusal));
  return { kind: 'form', form: answerForm(voices.asker, { ...press, act: 'typed', round }) };
}

/** What was typed is judged and forgotten; the reader, where there is one, may take some seconds. */
export function planTyped(
  { quizId: id, round }: Typing,
  interaction: APIModalSubmitInteraction,
  { quiz }: QuizGame,
  desk: FeatureDesk,
): Plan {
  const { voices, userId, channelId, context, library } = desk;
  const card = quiz.rounds[round]?.card;
  if (!card) return sendPrivately(word(voices.asker, 'quiz.forgotten'));
  const { pointAt } = context.practice;
  return {
    kind: 'later',
    private: true,
    work: async () => {
      const verdict = await judgeAnswer(
        typedIn(interaction, FIELD),
        {
          text: card.answer.text,
          type: card.type,
          sentence: card.quotation.text,
          others: card.distractors.map(({ text }) => text),
        },
        pointAt && (() => pointAt(card, library)),
      );
      const outcome = await context.quizzes.answer(
        { channelId, quizId: id },
        { personId: userId, round, given: { verdict } },
      );
      return sayOutcome(voices.asker, outcome);
    },
  };
}

function sayOutcome(words: Words, outcome: AnswerOutcome | { readonly kind: 'failed' }): MessageView {
  switch (outcome.kind) {
    case 'taken':
      // Right or wrong shows to everybody at once; that it was nearly right would be lost in it.
      return word(words, outcome.verdict === 'near' ? 'quiz.takenNear' : 'quiz.takenTyped');
    case 'already':
      return word(words, 'quiz.already');
    case 'late':
      return word(words, 'quiz.late');
    case 'unknown':
      return word(words, 'quiz.forgotten');
    case 'failed':
      return word(words, 'quiz.failed');
  }
}

function answerForm(words: Words, press: QuizPress): APIModalInteractionResponseCallbackData {
  return {
    custom_id: quizId(press).custom,
    title: words('quiz.formTitle'),
    components: [
      {
        type: ComponentType.Label,
        label: words('quiz.formLabel'),
        description: words('quiz.formHint'),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: MAX_TYPED_CHARACTERS,
          required: true,
        },
      },
    ],
  };
}
