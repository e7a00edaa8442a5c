import type { APIInteraction } from 'discord-api-types/v10';
import type { BotContext } from '../bot-context.ts';
import type { Logger } from '../bot-options.ts';
import type { Voices } from '../choose-words.ts';
import { audienceIn, memberServerOf, userIn } from '../interaction-place.ts';
import { withSettings } from '../serve-server.ts';
import type { FeatureDesk } from './feature.ts';

/** Who does it, where, and what may be read there. */
export async function openDesk(
  interaction: APIInteraction,
  voices: Voices,
  context: BotContext,
  log: Logger,
): Promise<FeatureDesk> {
  const serverId = memberServerOf(interaction);
  const [audience, settings] = await Promise.all([
    audienceIn(interaction, context),
    context.settings.read(serverId),
  ]);
  const { member, user: alone } = interaction;
  const user = member?.user ?? alone;
  return {
    voices,
    audience,
    library: withSettings(context.libraryFor(audience), settings),
    context,
    log,
    settings,
    serverId,
    channelId: channelOf(interaction),
    userId: userIn(interaction),
    userName: member?.nick ?? user?.global_name ?? user?.username ?? '',
    permissions: permissionsOf(member?.permissions),
    roles: serverId === undefined ? [] : (member?.roles ?? []),
  };
}

/** Discord's reference calls the channel optional; its types do not. */
function channelOf(interaction: { readonly channel?: { readonly id?: string } }): string {
  return interaction.channel?.id ?? '';
}

function permissionsOf(raw: string | undefined): bigint {
  return raw !== undefined && /^\d+$/u.test(raw) ? BigInt(raw) : 0n;
}
