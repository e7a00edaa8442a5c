import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { FeatureDesk } from './feature.ts';

/** Whether somebody has Manage Server there, or everything; asked at every press. */
export function managesServer({ permissions }: Pick<FeatureDesk, 'permissions'>): boolean {
  return (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}
