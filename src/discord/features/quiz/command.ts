import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';

/** Rounds of one quiz, and seconds of one round; 0 for no limit. */
export const QUIZ_LIMITS = { rounds: { least: 1, most: 20 }, seconds: { least: 0, most: 300 } } as const;

/** In servers alone: a quiz is played in a channel. */
export const QUIZ_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: 'quiz',
  description: 'A quiz for the channel, made of quotations',
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
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
