import type { LocalizationMap } from 'discord-api-types/v10';
import { REGISTERED_COMMANDS } from '../../src/discord/commands/registered-commands.ts';
import { LOCALES } from '../../src/discord/commands/localise-command.ts';
import type { CommandTexts } from '../../src/words/command-text.ts';
import type { Language } from '../../src/domain/language.ts';

/** A command, an option or a choice as it is registered. */
interface Part {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null;
  readonly description?: string;
  readonly description_localizations?: LocalizationMap | null;
  readonly options?: readonly Part[];
  readonly choices?: readonly Part[];
  readonly value?: string | number;
  readonly type?: number;
}

export const PARTS = REGISTERED_COMMANDS as readonly Part[];

/** `name: 'ask'`: what a reader of that language sees of a part; undefined where it has no text there. */
export function shownIn(part: Part, field: 'name' | 'description', language: Language): string | undefined {
  if (language === 'en') return part[field];
  const texts = LOCALES[language].map((locale) => part[`${field}_localizations`]?.[locale] ?? undefined);
  return texts.every((text) => text === texts[0]) ? texts[0] : undefined;
}

/** `commands.ask.options.question.description`: everything in a language that a text is needed for. */
export function keysOf(parts: readonly Part[], below = 'commands'): readonly string[] {
  return parts.flatMap((part) => [
    `${below}.${part.name}.name`,
    ...(part.description === undefined ? [] : [`${below}.${part.name}.description`]),
    ...keysOf(part.options ?? [], `${below}.${part.name}.options`),
    ...(part.choices ?? []).map(({ name }) => `${below}.${part.name}.choices.${name}`),
  ]);
}

/** The same of the texts that a language has. */
export function keysIn(texts: CommandTexts, below = 'commands'): readonly string[] {
  return Object.entries(texts).flatMap(([name, text]) => [
    `${below}.${name}.name`,
    ...(text.description === undefined ? [] : [`${below}.${name}.description`]),
    ...keysIn(text.options ?? {}, `${below}.${name}.options`),
    ...Object.keys(text.choices ?? {}).map((choice) => `${below}.${name}.choices.${choice}`),
  ]);
}

/** The part and all that is in it. */
export function within(part: Part): readonly Part[] {
  return [part, ...(part.options ?? []).flatMap(within), ...(part.choices ?? [])];
}

/** As `/frage` is typed: `study card`, for each subcommand by itself. */
export function typedNames(language: Language): readonly string[] {
  const namesOf = (part: Part): readonly string[] => {
    const name = shownIn(part, 'name', language) ?? '';
    const inner = (part.options ?? []).filter(({ type }) => type === 1 || type === 2);
    return [name, ...inner.flatMap((option) => namesOf(option).map((rest) => `${name} ${rest}`))];
  };
  return PARTS.filter(({ description }) => description !== undefined).flatMap(namesOf);
}
