import { conversation } from './conversation.ts';

/** English, which says what keys there are and what each needs. */
export const en = { conversation };
