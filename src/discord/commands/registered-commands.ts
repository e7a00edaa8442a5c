import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { FEATURE_COMMANDS } from '../features/feature-commands.ts';
import { COMMANDS } from './commands.ts';
import { localiseCommand } from './localise-command.ts';

/** Everything that is registered with Discord, in every language, in the order in which it lists them. */
export const REGISTERED_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [
  ...COMMANDS,
  ...FEATURE_COMMANDS,
].map(localiseCommand);
