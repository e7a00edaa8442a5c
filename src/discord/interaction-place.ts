import { InteractionContextType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { EVERYONE } from '../domain/audience.ts';
import type { Audience } from '../domain/audience.ts';
import type { BotContext } from './bot-context.ts';
import { isGuildInstall } from './interaction-permissions.ts';
import type { ChannelPlace } from './serve-server.ts';

/** What the bot answers with a message. */
export type Answerable =
  APIApplicationCommandInteraction | APIMessageComponentInteraction | APIModalSubmitInteraction;

/**
 * A server that the bot is no member of has nothing of its own there, and others read along in a group: who brought
 * it along reads what is public.
 */
export function audienceIn(interaction: APIInteraction, context: BotContext): Promise<Audience> {
  const serverId = memberServerOf(interaction);
  const userId = userIn(interaction);
  if (serverId !== undefined) return context.audienceOf({ serverId, userId });
  const isAlone = interaction.guild_id === undefined && interaction.context === InteractionContextType.BotDM;
  return isAlone ? context.audienceOf({ userId }) : Promise.resolve(EVERYONE);
}

/** The server where it happens, when the bot is a member of it. */
export function memberServerOf(interaction: APIInteraction): string | undefined {
  return isGuildInstall(interaction.authorizing_integration_owners) ? interaction.guild_id : undefined;
}

/** The id of who does it. */
export function userIn(interaction: APIInteraction): string {
  return interaction.member?.user.id ?? interaction.user?.id ?? '';
}

/** A thread with the channel that it is in. */
export function channelPlaceOf(interaction: Answerable): ChannelPlace {
  const { channel }: { readonly channel?: { readonly id: string; readonly parent_id?: string | null } } =
    interaction;
  return { id: channel?.id ?? '', parentId: channel?.parent_id ?? undefined };
}
