import type { ServerSettings, SettingsField } from '../../../domain/server-settings.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import type { Words } from '../../../words/words.ts';

/** The name of a setting, and what it does. */
export const SETTING_WORDS: Readonly<
  Record<SettingsField, { readonly name: PlainWordKey; readonly help: PlainWordKey }>
> = {
  strictness: { name: 'settings.strictness', help: 'settings.strictnessHelp' },
  answerIn: { name: 'settings.answerIn', help: 'settings.answerInHelp' },
  speaksIn: { name: 'settings.speaksIn', help: 'settings.speaksInHelp' },
  layout: { name: 'settings.layout', help: 'settings.layoutHelp' },
  privateByDefault: { name: 'settings.privateByDefault', help: 'settings.privateByDefaultHelp' },
  adders: { name: 'settings.adders', help: 'settings.addersHelp' },
  language: { name: 'settings.language', help: 'settings.languageHelp' },
  gapReports: { name: 'settings.gapReports', help: 'settings.gapReportsHelp' },
  gapWording: { name: 'settings.gapWording', help: 'settings.gapWordingHelp' },
  articlesInDirectMessages: {
    name: 'settings.articlesInDirectMessages',
    help: 'settings.articlesInDirectMessagesHelp',
  },
  grades: { name: 'settings.grades', help: 'settings.gradesHelp' },
  quiz: { name: 'settings.quiz', help: 'settings.quizHelp' },
};

/** In the order in which they are listed. */
export const SETTINGS_FIELDS = Object.keys(SETTING_WORDS) as readonly SettingsField[];

/** The name of a language in itself: whoever looks for it can read that. */
export const LANGUAGE_NAMES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
} as const;

/** The value of a setting in words; channels and roles as mentions, which Discord shows by their names. */
export function describeSetting(
  words: Words,
  field: SettingsField,
  settings: Partial<ServerSettings>,
): string {
  switch (field) {
    case 'strictness':
      return settings.strictness === undefined
        ? words('settings.asBotOption')
        : words(STRICTNESS[settings.strictness]);
    case 'layout':
      return settings.layout === undefined ? words('settings.asBotOption') : words(LAYOUT[settings.layout]);
    case 'answerIn':
      return describePlaces(words, settings.answerIn);
    case 'speaksIn':
      return settings.speaksIn && settings.speaksIn.length > 0
        ? mentionChannels(words, settings.speaksIn)
        : words('settings.nowhere');
    case 'adders':
      return describeAdders(words, settings.adders);
    case 'language': {
      const { language = 'auto' } = settings;
      return language === 'auto' ? words('settings.autoOption') : LANGUAGE_NAMES[language];
    }
    case 'grades':
      return words(settings.grades === 'four' ? 'settings.fourOption' : 'settings.twoOption');
    case 'quiz':
      return describeQuiz(words, settings.quiz);
    case 'privateByDefault':
    case 'gapReports':
    case 'gapWording':
    case 'articlesInDirectMessages':
      return words(settings[field] === true ? 'settings.onOption' : 'settings.offOption');
  }
}

export const STRICTNESS = {
  strict: 'settings.strict',
  balanced: 'settings.balanced',
  lenient: 'settings.lenient',
} as const;

export const LAYOUT = { components: 'settings.components', embeds: 'settings.embeds' } as const;

function describePlaces(words: Words, places: ServerSettings['answerIn'] | undefined): string {
  if (!places || places.mode === 'all') return words('settings.everywhereOption');
  const { mode, channels: ids } = places;
  if (ids.length === 0) return words(mode === 'only' ? 'settings.nowhere' : 'settings.everywhereOption');
  const channels = mentionChannels(words, ids);
  return words(mode === 'only' ? 'settings.onlyInOption' : 'settings.exceptInOption', { channels });
}

function describeAdders(words: Words, adders: ServerSettings['adders'] | undefined): string {
  if (adders?.everyone === true) return words('settings.everyoneOption');
  if (!adders || adders.roles.length === 0) return words('settings.managersOption');
  return words('settings.managersAnd', { roles: words.list(adders.roles.map((id) => `<@&${id}>`)) });
}

function describeQuiz(words: Words, quiz: ServerSettings['quiz'] | undefined): string {
  if (!quiz) return words('settings.asBotOption');
  const { rounds, seconds, mode } = quiz;
  const time = seconds === 0 ? words('settings.noLimit') : words('settings.seconds', { seconds });
  return words('settings.quizValue', {
    rounds,
    time,
    mode: words(mode === 'choice' ? 'settings.choiceOption' : 'settings.typeOption'),
  });
}

function mentionChannels(words: Words, ids: readonly string[]): string {
  return words.list(ids.map((id) => `<#${id}>`));
}
