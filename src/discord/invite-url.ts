import { OAuth2Scopes } from 'discord-api-types/v10';
import { INVITE_PERMISSIONS } from './check-permissions.ts';

/** Adds the bot to a server with the permissions that it needs. */
export function inviteUrl(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: INVITE_PERMISSIONS.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
