import type { Span } from '../domain/span.ts';

/** A word as a quotation is checked by: numbers keep their sign, currency, separators and percent. */
export interface Word extends Span {
  /** As it is compared: typographic variants are one, capitals and accents count. */
  readonly form: string;
}

const WORD =
  /(?<![\p{L}\p{N}])[-−–+]?\p{Sc}?\p{N}+(?:[.,:/]\p{N}+)*(?:\s?[%‰°])?(?:[\p{L}\p{M}]+)?|\p{Sc}?\p{N}+(?:[.,:/]\p{N}+)*(?:\s?[%‰°])?|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/** The words of a text in order. */
export function readWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    form: foldMarks(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** One spelling for what writers and programs exchange freely: quotation marks, dashes, composed letters, spaces. */
export function foldMarks(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’ʼ′]/gu, "'")
    .replace(/[“”„«»″]/gu, '"')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/[\s\u200b\ufeff\u00ad]+/gu, ' ');
}
