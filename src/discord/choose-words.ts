import type { SettingsMemory } from '../conversation/settings-memory.ts';
import { languageOf } from '../words/language-of.ts';
import type { Language } from '../domain/language.ts';
import { wordsIn } from '../words/words.ts';
import type { Words } from '../words/words.ts';

/** A server, as far as it says which language is spoken there. */
export interface ServerPlace {
  readonly serverId: string;
  /** Discord's preferred locale of the server; undefined where it is not known. */
  readonly locale: string | undefined;
}

/** The language of what everybody in a server sees. */
export type LanguageFor = (place: ServerPlace) => Promise<Language>;

/** The words for a reply: which are used depends on who will see it. */
export interface Voices {
  /** For who asks or presses, alone. */
  readonly asker: Words;
  /** For everybody there. */
  readonly everyone: Words;
}

/** Those of a reply that one person sees, or everybody. */
export function wordsFor({ asker, everyone }: Voices, isPrivate: boolean): Words {
  return isPrivate ? asker : everyone;
}

/** What a server has chosen, else the language that Discord has for it, else English. */
export function languageIn(settings: Pick<SettingsMemory, 'read'>): LanguageFor {
  return async ({ serverId, locale }) => {
    const { language } = await settings.read(serverId);
    return language === 'auto' ? languageOf(locale) : language;
  };
}

/** What an interaction says of languages, by Discord's names; optional, since it comes from outside. */
interface InteractionPlace {
  readonly locale?: string;
  readonly guild_id?: string;
  readonly guild_locale?: string;
}

/** Private replies in the language of who gets them; public ones in the server's. */
export async function voicesOf(interaction: InteractionPlace, languageFor: LanguageFor): Promise<Voices> {
  const asker = wordsIn(languageOf(interaction.locale));
  const { guild_id: serverId, guild_locale: locale } = interaction;
  if (serverId === undefined) return { asker, everyone: asker };
  return { asker, everyone: wordsIn(await languageFor({ serverId, locale })) };
}
