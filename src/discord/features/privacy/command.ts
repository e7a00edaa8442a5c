import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { EVERYWHERE } from '../../commands/places.ts';

export const PRIVACY_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...EVERYWHERE,
  type: ApplicationCommandType.ChatInput,
  name: 'privacy',
  description: 'What is kept of you, for how long and for whom; see it and delete it',
};
