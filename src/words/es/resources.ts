import type { Resources } from '../word-keys.ts';
import { answer } from './answer.ts';
import { conversation } from './conversation.ts';
import { discord } from './discord.ts';
import { help } from './help.ts';
import { lookup } from './lookup.ts';
import { quotation } from './quotation.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { why } from './why.ts';

export const es: Resources = {
  answer,
  conversation,
  discord,
  help,
  lookup,
  quotation,
  settings,
  sources,
  why,
};
