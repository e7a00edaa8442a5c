import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteraction,
  APIApplicationCommandInteractionDataOption,
} from 'discord-api-types/v10';

/** What a slash command was given: its subcommand, where it has any, and the options by their names. */
export interface Subcommand {
  readonly name: string;
  readonly options: ReadonlyMap<string, string | number | boolean>;
}

/** @returns undefined for a menu */
export function readSubcommand({ data }: APIApplicationCommandInteraction): Subcommand | undefined {
  if (data.type !== ApplicationCommandType.ChatInput) return undefined;
  const [first] = data.options ?? [];
  if (first?.type !== ApplicationCommandOptionType.Subcommand)
    return { name: '', options: valuesOf(data.options) };
  return { name: first.name, options: valuesOf(first.options) };
}

/** The text of an option; empty when it was left out. */
export function textOption({ options }: Subcommand, name: string): string {
  const value = options.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number of an option; undefined when it was left out, or lies outside of what may be asked for. */
export function numberOption(
  { options }: Subcommand,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const value = options.get(name);
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : undefined;
}

function valuesOf(
  options: readonly APIApplicationCommandInteractionDataOption[] | undefined,
): Subcommand['options'] {
  return new Map(
    (options ?? []).flatMap((option) => ('value' in option ? [[option.name, option.value] as const] : [])),
  );
}
