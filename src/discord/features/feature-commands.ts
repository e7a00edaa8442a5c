import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { PRIVACY_COMMAND } from './privacy/command.ts';

/** What Discord is told of the features' commands. */
export const FEATURE_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [PRIVACY_COMMAND];
