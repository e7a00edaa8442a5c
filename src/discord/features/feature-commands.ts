import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { SETTINGS_COMMAND } from './settings/command.ts';

/** What Discord is told of the features' commands. */
export const FEATURE_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [SETTINGS_COMMAND];
