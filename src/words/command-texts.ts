import type { Language } from '../domain/language.ts';
import { commands as de } from './de/commands.ts';
import { commands as es } from './es/commands.ts';
import { commands as fr } from './fr/commands.ts';
import { commands as ptBR } from './pt-BR/commands.ts';

/** Of a command, an option or a context menu; English has them where the command is defined. */
export interface CommandText {
  readonly name: string;
  /** Of all but context menus. */
  readonly description?: string;
  /** Options and subcommands, by their English names. */
  readonly options?: CommandTexts;
  /** Names of what can be chosen, by the English ones. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** By English names. */
export type CommandTexts = Readonly<Record<string, CommandText>>;

/** A language that commands are translated into. */
export type Translation = Exclude<Language, 'en'>;

/** All of Discord's commands in the other languages. */
export const COMMAND_TEXTS: Readonly<Record<Translation, CommandTexts>> = { de, fr, es, 'pt-BR': ptBR };
