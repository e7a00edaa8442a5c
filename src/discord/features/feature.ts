import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIApplicationCommandOptionChoice,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import type { Audience } from '../../domain/audience.ts';
import type { Library } from '../../domain/library.ts';
import type { ServerSettings } from '../../domain/server-settings.ts';
import type { BotContext } from '../bot-context.ts';
import type { Logger } from '../bot-options.ts';
import type { Voices } from '../choose-words.ts';
import type { Plan } from '../commands/plan.ts';

/** What a feature may need to know of who does something, and where. */
export interface FeatureDesk {
  readonly voices: Voices;
  readonly audience: Audience;
  /** What the audience may read. */
  readonly library: Library;
  readonly context: BotContext;
  readonly log: Logger;
  /** Those of the server, or the defaults. */
  readonly settings: ServerSettings;
  /** Only of a server that the bot is a member of. */
  readonly serverId: string | undefined;
  readonly channelId: string;
  readonly userId: string;
  /** As Discord shows it, without a mark-up that would be safe: escape it. */
  readonly userName: string;
  /** What the user may do there, as Discord counts it; 0 in direct messages. */
  readonly permissions: bigint;
  /** Ids of the user's roles there. */
  readonly roles: readonly string[];
}

/**
 * Commands, buttons, menus and forms that belong together, with custom_ids of their own: `name:rest`. What comes in
 * may be forged in every part; whether somebody may do something is asked each time.
 */
export interface Feature {
  /** Before the colon of its custom_ids. */
  readonly name: string;
  /** Names of its commands and menus, as they are registered. */
  readonly commands: readonly string[];
  /** For those that have commands. */
  readonly onCommand?: (interaction: APIApplicationCommandInteraction, desk: FeatureDesk) => Promise<Plan>;
  /** @param rest of the custom_id, behind the colon */
  readonly onComponent?: (
    rest: string,
    interaction: APIMessageComponentInteraction,
    desk: FeatureDesk,
  ) => Promise<Plan>;
  readonly onForm?: (
    rest: string,
    interaction: APIModalSubmitInteraction,
    desk: FeatureDesk,
  ) => Promise<Plan>;
  readonly onChoices?: (
    interaction: APIApplicationCommandAutocompleteInteraction,
    desk: FeatureDesk,
  ) => Promise<readonly APIApplicationCommandOptionChoice<string>[]>;
}

/** A custom_id of a feature; at most 100 characters. */
export function featureId(name: string, rest: string): { readonly custom: string } {
  return { custom: `${name}:${rest}` };
}

/** What featureId wrote; undefined for the ids of answers, which begin with a version. */
export function readFeatureId(
  customId: string,
): { readonly name: string; readonly rest: string } | undefined {
  const match = /^([a-z]{2,12}):(.*)$/su.exec(customId);
  return match ? { name: match[1] ?? '', rest: match[2] ?? '' } : undefined;
}
