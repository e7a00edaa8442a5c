import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { GAPS_COMMAND } from './gaps/command.ts';
import { EXPORT_COMMAND, NOTES_COMMAND } from './notes/command.ts';
import { QUIZ_COMMAND } from './quiz/command.ts';
import { READ_COMMAND } from './reading/command.ts';
import { PRIVACY_COMMAND } from './privacy/command.ts';
import { ARTICLES_COMMAND } from './articles/command.ts';
import { SETTINGS_COMMAND } from './settings/command.ts';
import { STUDY_COMMAND } from './study/command.ts';

/** What Discord is told of the features' commands. */
export const FEATURE_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [
  SETTINGS_COMMAND,
  ARTICLES_COMMAND,
  GAPS_COMMAND,
  PRIVACY_COMMAND,
  QUIZ_COMMAND,
  READ_COMMAND,
  STUDY_COMMAND,
  NOTES_COMMAND,
  EXPORT_COMMAND,
];
