import { Locale } from 'discord-api-types/v10';
import type { LocalizationMap, RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { COMMAND_TEXTS } from '../../words/command-texts.ts';
import type { CommandText } from '../../words/command-text.ts';
import type { Translation } from '../../words/command-texts.ts';

/** Discord's locales of a language; those of English are the default. */
export const LOCALES: Readonly<Record<Translation, readonly Locale[]>> = {
  de: [Locale.German],
  fr: [Locale.French],
  es: [Locale.SpanishES, Locale.SpanishLATAM],
  'pt-BR': [Locale.PortugueseBR],
};

const TRANSLATIONS = Object.keys(LOCALES) as readonly Translation[];

/** What commands, subcommands, options and choices have in common. */
interface Part {
  readonly name: string;
  readonly description?: string | undefined;
  readonly options?: readonly Part[] | undefined;
  readonly choices?: readonly { readonly name: string }[] | undefined;
}

/** The texts of one part; none in a language that lacks it. */
type TextIn = (language: Translation) => CommandText | undefined;

/** The command with its names and descriptions in every language; what has no text there stays English. */
export function localiseCommand<C extends RESTPutAPIApplicationCommandsJSONBody[number]>(command: C): C {
  return localisePart<C & Part>(command, (language) => textOf(COMMAND_TEXTS[language], command.name));
}

function localisePart<P extends Part>(part: P, textIn: TextIn): P {
  const { description, options, choices } = part;
  return {
    ...part,
    name_localizations: mapOf((language) => textIn(language)?.name),
    ...(description !== undefined && {
      description_localizations: mapOf((language) => textIn(language)?.description),
    }),
    ...(options && {
      options: options.map((option) =>
        localisePart(option, (language) => textOf(textIn(language)?.options, option.name)),
      ),
    }),
    ...(choices && {
      choices: choices.map((choice) => ({
        ...choice,
        name_localizations: mapOf((language) => textOf(textIn(language)?.choices, choice.name)),
      })),
    }),
  };
}

function textOf<T>(texts: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return texts && Object.hasOwn(texts, name) ? texts[name] : undefined;
}

function mapOf(textIn: (language: Translation) => string | undefined): LocalizationMap {
  return Object.fromEntries(
    TRANSLATIONS.flatMap((language) => {
      const text = textIn(language);
      return text === undefined ? [] : LOCALES[language].map((locale) => [locale, text] as const);
    }),
  );
}
