import type { Resources } from '../word-keys.ts';
import { conversation } from './conversation.ts';

export const es: Resources = { conversation };
