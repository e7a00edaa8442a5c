import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { QUIZ_LIMITS } from '../../../domain/server-settings.ts';
import { IN_SERVERS } from '../../commands/places.ts';

/** In servers alone: a quiz is played in a channel. */
export const QUIZ_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...IN_SERVERS,
  type: ApplicationCommandType.ChatInput,
  name: 'quiz',
  description: 'A quiz for the channel, made of quotations',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'start',
      description: 'Begin a quiz in this channel',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'article',
          description: 'What it is about; needed when there are several',
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'rounds',
          description: 'How many questions',
          min_value: QUIZ_LIMITS.rounds.least,
          max_value: QUIZ_LIMITS.rounds.most,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'mode',
          description: 'Answers to choose from, or to type',
          choices: [
            { name: 'choose', value: 'choice' },
            { name: 'type', value: 'type' },
          ],
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'seconds',
          description: 'For each question; 0 for no limit',
          min_value: QUIZ_LIMITS.seconds.least,
          max_value: QUIZ_LIMITS.seconds.most,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'stop',
      description: 'End the quiz of this channel',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'scores',
      description: 'The scores of this channel’s last quiz',
    },
  ],
};
