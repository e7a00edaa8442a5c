import { ApplicationIntegrationType, ChannelType } from 'discord-api-types/v10';
import type { APIInteraction } from 'discord-api-types/v10';
import { mayOpenThreads, missingPermissions } from './check-permissions.ts';
import type { Layout } from '../domain/layout.ts';
import type { PermissionName } from './messages/words.ts';

/** What an interaction says of its place. */
type Permitted = Pick<APIInteraction, 'guild_id' | 'app_permissions' | 'authorizing_integration_owners'> & {
  readonly channel?: { readonly type?: number } | undefined;
};

const THREADS: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Elsewhere than in its servers Discord itself shows the answer to the asker alone when it has to. */
export function missingFor(interaction: Permitted, layout: Layout): readonly PermissionName[] {
  const own = ownPermissions(interaction);
  if (own === undefined) return [];
  return missingPermissions(own, {
    thread: isThread(interaction.channel),
    reply: false,
    layout,
  });
}

/** What the bot may do there; undefined where it is no member, or it cannot be read. */
function ownPermissions(interaction: Permitted): bigint | undefined {
  const { guild_id, app_permissions, authorizing_integration_owners: owners } = interaction;
  const isMember = guild_id !== undefined && isGuildInstall(owners);
  return isMember && /^\d+$/u.test(app_permissions) ? BigInt(app_permissions) : undefined;
}

/** Whether the channel is a thread; partial channels may come without a type. */
export function isThread(channel: { readonly type?: number } | undefined): boolean {
  return channel?.type !== undefined && THREADS.includes(channel.type);
}

/** Whether the bot itself is a member there: `owners` of an interaction. */
export function isGuildInstall(owners: object | undefined): boolean {
  return owners === undefined || String(ApplicationIntegrationType.GuildInstall) in owners;
}

/** Threads stand under messages of a server's channel, where the bot itself is a member; not in another thread. */
export function canOpenThread(interaction: Permitted): boolean {
  const own = ownPermissions(interaction);
  return own !== undefined && !isThread(interaction.channel) && mayOpenThreads(own);
}
