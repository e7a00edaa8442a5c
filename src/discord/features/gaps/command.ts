import { ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { IN_SERVERS } from '../../commands/places.ts';

export const GAPS_COMMAND: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...IN_SERVERS,
  type: ApplicationCommandType.ChatInput,
  name: 'gaps',
  description: 'Questions that the articles of this server do not answer well',
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};
