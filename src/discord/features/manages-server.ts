import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { FeatureDesk } from './feature.ts';

/** Whether somebody manages the server that the bot is a member of; asked each time, since all that comes in may be forged. */
export function managesServer({ serverId, permissions }: FeatureDesk): boolean {
  const enough = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return serverId !== undefined && (permissions & enough) !== 0n;
}
