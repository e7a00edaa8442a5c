import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { MAX_QUESTION_CHARACTERS } from '../../domain/question.ts';
import { EVERYWHERE } from './places.ts';

/** The term travels in the custom_id of the page buttons, which has 100 characters. */
export const MAX_TERM_CHARACTERS = 60;

export const FIND_A_SOURCE = 'Find a source';
export const ASK_ABOUT_THIS = 'Ask about this';
export const CHECK_THIS_QUOTE = 'Check this quote';

const PRIVATE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Show it to you alone',
} as const;

const ARTICLE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'article',
  description: 'Only this article; left out, all of them',
  autocomplete: true,
} as const;

/** Asking and looking around, in the order in which Discord lists them; features have their own. */
export const COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'Ask a question; the answer is a quotation that you can check',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What you want to know, as a whole sentence',
        required: true,
        max_length: MAX_QUESTION_CHARACTERS,
      },
      ARTICLE_OPTION,
      { ...PRIVATE_OPTION, description: 'Show the answer to you alone; you can share it afterwards' },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'thread',
        description: 'Open a thread under the answer, for more questions',
      },
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'lookup',
    description: 'The passages about a name or a term, as an index lists them',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'term',
        description: 'A name, a heading or a key term',
        required: true,
        max_length: MAX_TERM_CHARACTERS,
        autocomplete: true,
      },
      ARTICLE_OPTION,
      PRIVATE_OPTION,
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'paragraph',
    description: 'Read a paragraph in full, with its neighbours',
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'number',
        description: 'The number after the ¶ sign in a citation',
        required: true,
        min_value: 1,
      },
      { ...ARTICLE_OPTION, description: 'The article; needed when there are several' },
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'outline',
    description: 'The headings of an article, with the numbers of their paragraphs',
    options: [
      { ...ARTICLE_OPTION, description: 'The article; needed when there are several' },
      PRIVATE_OPTION,
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'quote',
    description: 'Check a quotation: exact, altered, or not in the articles',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        description: 'What somebody says that the article says',
        required: true,
        max_length: MAX_QUESTION_CHARACTERS,
      },
      PRIVATE_OPTION,
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'sources',
    description: 'The articles that answers are quoted from',
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    description: 'What this bot does and how to ask',
  },
  { ...EVERYWHERE, type: ApplicationCommandType.Message, name: FIND_A_SOURCE },
  { ...EVERYWHERE, type: ApplicationCommandType.Message, name: ASK_ABOUT_THIS },
  { ...EVERYWHERE, type: ApplicationCommandType.Message, name: CHECK_THIS_QUOTE },
];
