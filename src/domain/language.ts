/** The languages of the bot's own words, English first: it stands in wherever another is not known. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt-BR'] as const;
/** A BCP 47 tag, as Intl and the resources have it. */
export type Language = (typeof LANGUAGES)[number];
