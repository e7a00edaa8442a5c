import type { Words } from '../../words/words.ts';
import { encodeQuoteRef } from './custom-id.ts';
import type { QuoteRef } from './custom-id.ts';
import type { ButtonView } from './message-view.ts';

/** Keeps the quotation among the notes of who presses it; its custom_id is that of the feature `notes`. */
export function saveButton(words: Words, quote: QuoteRef): ButtonView {
  return { label: words('notes.saveButton'), id: { custom: `notes:save.${encodeQuoteRef(quote)}` } };
}
