import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { de } from './de/resources.ts';
import { en } from './en/resources.ts';
import { es } from './es/resources.ts';
import { fr } from './fr/resources.ts';
import { spaceMarks } from './fr/space-marks.ts';
import { nameOfLanguage } from './language-names.ts';
import { LANGUAGES } from '../domain/language.ts';
import type { Language } from '../domain/language.ts';
import { ptBR } from './pt-BR/resources.ts';
import type { Resources, WordKey, WordValues } from './word-keys.ts';

/** The bot's own words in one language. Quotations never pass through here. */
export interface Words {
  readonly language: Language;
  /**
   * The text of a key, filled in: `words('conversation.wait', { count: 3 })`. What is filled in stands there as it is,
   * so that whoever passes what somebody else wrote escapes it first.
   */
  <K extends WordKey>(key: K, ...values: WordValues<K>): string;
  /** `1,043`, `1.043`. */
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** `30 November 2024`, unless the options say otherwise; in UTC. */
  readonly date: (moment: Date, options?: Intl.DateTimeFormatOptions) => string;
  /** `2024-11-30 23:59` in English, in UTC: short, for small print. */
  readonly stamp: (moment: Date) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => string;
  /** Of a language by its English name: `German` is `Deutsch` in German; one that is not known stays as it is. */
  readonly nameOfLanguage: (english: string) => string;
}

/** All texts by language, group and key. */
export const RESOURCES: Readonly<Record<Language, Resources>> = {
  en,
  de,
  fr: spaceMarks(fr),
  es,
  'pt-BR': ptBR,
};

/** British English, as the English words are. */
const INTL_LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  'pt-BR': 'pt-BR',
};

/** English has the order that every reader understands. */
const STAMP_LOCALES: Readonly<Record<Language, string>> = { ...INTL_LOCALES, en: 'sv-SE' };

const STAMP = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
} as const;

const MADE = new Map<Language, Words>();

/** The same object every time. */
export function wordsIn(language: Language): Words {
  const made = MADE.get(language) ?? createWords(language);
  MADE.set(language, made);
  return made;
}

let translator: i18n | undefined;

function createWords(language: Language): Words {
  const locale = INTL_LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const translate = (translator ??= createTranslator()).getFixedT(language);
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const { count } = values;
    const shown = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? numbers.format(value) : value,
    ]);
    return translate(key, {
      // Apart from the options, so that no value is taken for one.
      replace: Object.fromEntries(shown) as Record<string, string>,
      ...(typeof count === 'number' && { count }),
      // What is filled in may look like a reference to another key.
      nest: false,
    });
  };
  return Object.assign(say, {
    language,
    number: (value: number, options?: Intl.NumberFormatOptions) =>
      options ? new Intl.NumberFormat(locale, options).format(value) : numbers.format(value),
    date: (moment: Date, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(moment),
    stamp: (moment: Date) => new Intl.DateTimeFormat(STAMP_LOCALES[language], STAMP).format(moment),
    nameOfLanguage: (english: string) => nameOfLanguage(english, locale),
    list: (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
      new Intl.ListFormat(locale, { type }).format(items),
  });
}

/** Ready at once, because it is handed all it has. */
function createTranslator(): i18n {
  const instance = createInstance();
  void instance.init({
    resources: Object.fromEntries(
      LANGUAGES.map((language) => [language, { translation: RESOURCES[language] }]),
    ),
    supportedLngs: LANGUAGES,
    load: 'currentOnly',
    fallbackLng: false,
    initAsync: false,
    nsSeparator: false,
    // Discord's Markdown is escaped where it is made.
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  return instance;
}
