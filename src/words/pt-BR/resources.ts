import type { Resources } from '../word-keys.ts';
import { answer } from './answer.ts';
import { articles } from './articles.ts';
import { conversation } from './conversation.ts';
import { discord } from './discord.ts';
import { feedback } from './feedback.ts';
import { gaps } from './gaps.ts';
import { help } from './help.ts';
import { lookup } from './lookup.ts';
import { notes } from './notes.ts';
import { quiz } from './quiz.ts';
import { privacy } from './privacy.ts';
import { quotation } from './quotation.ts';
import { reading } from './reading.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { study } from './study.ts';
import { why } from './why.ts';

export const ptBR: Resources = {
  answer,
  articles,
  conversation,
  discord,
  feedback,
  gaps,
  help,
  lookup,
  notes,
  quiz,
  privacy,
  quotation,
  reading,
  settings,
  sources,
  study,
  why,
};
