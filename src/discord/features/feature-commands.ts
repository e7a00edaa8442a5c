import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';

/** What Discord is told of the features' commands. */
export const FEATURE_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [];
