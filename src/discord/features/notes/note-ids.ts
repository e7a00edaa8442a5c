import { decodeQuoteRef } from '../../messages/custom-id.ts';
import type { QuoteRef } from '../../messages/custom-id.ts';
import { featureId } from '../feature.ts';
import { MAX_QUERY_CHARACTERS } from './command.ts';

/** Before the colon of its custom_ids; `save-button.ts` writes it, too. */
export const NOTES_FEATURE = 'notes';

export type NotePress =
  | { readonly act: 'save'; readonly quote: QuoteRef }
  /** `pick` is the menu, whose value is the note's id. */
  | { readonly act: 'pick' }
  | { readonly act: 'remark' | 'remarked' | 'remove'; readonly id: string }
  | { readonly act: 'page'; readonly page: number; readonly query: string };

export function noteId(press: Exclude<NotePress, { readonly act: 'save' }>): { readonly custom: string } {
  switch (press.act) {
    case 'pick':
      return featureId(NOTES_FEATURE, press.act);
    case 'page':
      return featureId(NOTES_FEATURE, `page.${press.page}.${press.query}`);
    default:
      return featureId(NOTES_FEATURE, `${press.act}.${press.id}`);
  }
}

/** Undefined for what noteId and the save button have not written, as a forged press may hold it. */
export function readNotePress(rest: string): NotePress | undefined {
  if (rest === 'pick') return { act: 'pick' };
  const [, act, behind = ''] = /^([a-z]+)\.(.*)$/su.exec(rest) ?? [];
  switch (act) {
    case 'save': {
      const quote = decodeQuoteRef(behind);
      return quote && { act, quote };
    }
    case 'page': {
      const [, page, query = ''] = /^(\d{1,3})\.(.*)$/su.exec(behind) ?? [];
      return page === undefined || query.length > MAX_QUERY_CHARACTERS
        ? undefined
        : { act, page: Number(page), query };
    }
    case 'remark':
    case 'remarked':
    case 'remove':
      return isNoteId(behind) ? { act, id: behind } : undefined;
    default:
      return undefined;
  }
}

/** As `save-note.ts` makes them. */
export function isNoteId(text: string): boolean {
  return /^[0-9a-f]{16}$/u.test(text);
}
