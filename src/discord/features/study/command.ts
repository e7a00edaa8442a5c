import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { EVERYWHERE } from '../../commands/places.ts';

/** New cards that somebody may ask for a day. */
export const NEW_PER_DAY = { least: 0, most: 50, usual: 10 } as const;

export const STUDY_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...EVERYWHERE,
  type: ApplicationCommandType.ChatInput,
  name: 'study',
  description: 'Learn an article by cards, for you alone',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'start',
      description: 'The next card: what is due first, then new ones',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'article',
          description: 'Where new cards come from; needed when there are several',
          autocomplete: true,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'stats',
      description: 'What is due, and what you have learnt',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'pause',
      description: 'Let nothing fall due until you go on',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'limit',
      description: 'How many new cards come a day',
      options: [
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'new',
          description: '0 for none',
          required: true,
          min_value: NEW_PER_DAY.least,
          max_value: NEW_PER_DAY.most,
        },
      ],
    },
  ],
};
