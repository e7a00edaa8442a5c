import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { QUIZ_COMMAND } from './quiz/command.ts';

/** What Discord is told of the features' commands. */
export const FEATURE_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [QUIZ_COMMAND];
