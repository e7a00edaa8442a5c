/** The languages of the bot's own words, English first: it stands in wherever another is not known. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt-BR'] as const;
/** A BCP 47 tag, as Intl and the resources have it. */
export type Language = (typeof LANGUAGES)[number];

/** The language for one of Discord's locales: 'es-419' is Spanish; English for one that there are no words in. */
export function languageOf(locale: string | undefined): Language {
  const wanted = primaryOf(locale ?? '');
  return LANGUAGES.find((language) => primaryOf(language) === wanted) ?? 'en';
}

function primaryOf(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}
