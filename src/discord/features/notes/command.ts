import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { EVERYWHERE } from '../../commands/places.ts';

/** Characters of what is searched for: it travels in the custom_id of the page buttons. */
export const MAX_QUERY_CHARACTERS = 60;

export const NOTES_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...EVERYWHERE,
  type: ApplicationCommandType.ChatInput,
  name: 'notes',
  description: 'The quotations that you have saved, for you alone',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'search',
      description: 'Only notes with these words',
      max_length: MAX_QUERY_CHARACTERS,
    },
  ],
};

/** What /export can write. */
export const EXPORT_FORMATS = ['markdown', 'csv', 'anki'] as const;

export const EXPORT_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...EVERYWHERE,
  type: ApplicationCommandType.ChatInput,
  name: 'export',
  description: 'Your notes as a file, each with a line of a bibliography',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'format',
      description: 'Left out, Markdown',
      choices: [
        { name: 'Markdown', value: 'markdown' },
        { name: 'CSV', value: 'csv' },
        { name: 'Anki', value: 'anki' },
      ],
    },
  ],
};
