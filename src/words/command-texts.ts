import type { Language } from '../domain/language.ts';
import type { CommandTexts } from './command-text.ts';
import { commands as de } from './de/commands.ts';
import { commands as es } from './es/commands.ts';
import { commands as fr } from './fr/commands.ts';
import { spaceMarks } from './fr/space-marks.ts';
import { commands as ptBR } from './pt-BR/commands.ts';

/** A language that commands are translated into. */
export type Translation = Exclude<Language, 'en'>;

/** All of Discord's commands in the other languages. */
export const COMMAND_TEXTS: Readonly<Record<Translation, CommandTexts>> = {
  de,
  fr: spaceMarks(fr),
  es,
  'pt-BR': ptBR,
};
