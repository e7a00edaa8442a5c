import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { FeatureDesk } from './feature.ts';

/** The host of what goes on in a channel, and who may take away any message there. */
export function mayLead(
  { hostId }: { readonly hostId: string },
  { userId, permissions }: Pick<FeatureDesk, 'userId' | 'permissions'>,
): boolean {
  const powers = PermissionFlagsBits.ManageMessages | PermissionFlagsBits.Administrator;
  return (hostId !== '' && hostId === userId) || (permissions & powers) !== 0n;
}
