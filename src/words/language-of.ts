import { LANGUAGES } from '../domain/language.ts';
import type { Language } from '../domain/language.ts';

/** The language for one of Discord's locales: 'es-419' is Spanish; English for one that there are no words in. */
export function languageOf(locale: string | undefined): Language {
  const wanted = primaryOf(locale ?? '');
  return LANGUAGES.find((language) => primaryOf(language) === wanted) ?? 'en';
}

function primaryOf(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}
