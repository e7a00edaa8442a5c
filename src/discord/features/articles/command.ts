import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type {
  APIApplicationCommandAttachmentOption,
  APIApplicationCommandStringOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

const FILE: APIApplicationCommandAttachmentOption = {
  type: ApplicationCommandOptionType.Attachment,
  name: 'file',
  description: 'PDF, Word, EPUB, HTML, Markdown, text or subtitles',
};

const ADDRESS: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'address',
  description: 'The address of a page, where that is switched on',
  max_length: 2000,
};

const ARTICLE: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'article',
  description: 'Which article',
  required: true,
  autocomplete: true,
};

const SUBCOMMAND = ApplicationCommandOptionType.Subcommand;

/** In servers alone; who may use it is for the server's settings to say, and asked each time. */
export const ARTICLES_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: 'articles',
  description: 'This server’s own articles: see, add, replace, take away',
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  options: [
    { type: SUBCOMMAND, name: 'list', description: 'What this server has added' },
    {
      type: SUBCOMMAND,
      name: 'add',
      description: 'Add an article: a file or an address',
      options: [FILE, ADDRESS],
    },
    {
      type: SUBCOMMAND,
      name: 'replace',
      description: 'A newer edition of an article',
      options: [ARTICLE, FILE, ADDRESS],
    },
    {
      type: SUBCOMMAND,
      name: 'rename',
      description: 'Give an article another title',
      options: [
        ARTICLE,
        {
          type: ApplicationCommandOptionType.String,
          name: 'title',
          description: 'What it is to be called',
          required: true,
          max_length: 200,
        },
      ],
    },
    {
      type: SUBCOMMAND,
      name: 'remove',
      description: 'Take an article away; for a day it can be brought back',
      options: [ARTICLE],
    },
    { type: SUBCOMMAND, name: 'changes', description: 'What a new edition has changed', options: [ARTICLE] },
  ],
};
