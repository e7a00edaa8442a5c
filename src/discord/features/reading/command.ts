import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { PER_DAY } from '../../../domain/reading.ts';
import { IN_SERVERS } from '../../commands/places.ts';

/** In servers alone: an article is read in a channel. */
export const READ_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...IN_SERVERS,
  type: ApplicationCommandType.ChatInput,
  name: 'read',
  description: 'Read an article together: some paragraphs a day',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'start',
      description: 'Begin in this channel; the first part comes at once',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'article',
          description: 'What is read; needed when there are several',
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'paragraphs',
          description: 'How many a day',
          min_value: PER_DAY.least,
          max_value: PER_DAY.most,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'time',
          description: 'When each day: 08:00, 20:30, 8 pm',
          max_length: 20,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'zone',
          description: 'Where you live: type a city',
          autocomplete: true,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'status',
      description: 'How far it is, and when the next part comes',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'pause',
      description: 'Wait until somebody goes on',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'resume',
      description: 'Go on after a pause; the next part comes at once',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'stop',
      description: 'End the reading of this channel',
    },
  ],
};
