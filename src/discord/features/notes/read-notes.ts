import { randomBytes } from 'node:crypto';
import type { QuotedNote } from '../../../conversation/export-notes.ts';
import { findQuotation } from '../../../conversation/find-quotation.ts';
import type { Note } from '../../../domain/note.ts';
import type { NotePlace } from '../../../domain/ports/note-store.ts';
import type { QuoteRef } from '../../messages/custom-id.ts';
import { articleByRef } from '../../messages/quote-ref.ts';
import type { FeatureDesk } from '../feature.ts';

/** Somebody's notes as they can be shown here. */
export interface NotesHere {
  /** Newest first. */
  readonly notes: readonly QuotedNote[];
  /** How many are on passages that the audience cannot read, or that are gone. */
  readonly hidden: number;
}

export function notePlaceOf({ serverId, userId }: FeatureDesk): NotePlace {
  return { serverId, personId: userId };
}

/** @returns undefined when the store cannot be read just now */
export async function readNotes(desk: FeatureDesk): Promise<NotesHere | undefined> {
  const kept = await desk.context.guard.read(({ notes }) => notes.list(notePlaceOf(desk)), undefined);
  if (!kept) return undefined;
  const notes = kept.flatMap((note) => quoteNote(note, desk) ?? []);
  return { notes, hidden: kept.length - notes.length };
}

/** The quotation of a note as it stands in the articles of the audience; undefined where it does not. */
function quoteNote(note: Note, { library }: FeatureDesk): QuotedNote | undefined {
  const found = findQuotation(library, library.article(note.articleId), note);
  if (!found) return undefined;
  const { article, paragraph, span } = found;
  const { start, end } = span;
  return { note, article, paragraph: paragraph.number, start, text: article.text.slice(start, end) };
}

/** @returns `gone` when the quotation does not stand in what the audience reads */
export async function saveNote(
  quote: QuoteRef,
  desk: FeatureDesk,
): Promise<'saved' | 'same' | 'full' | 'gone' | 'failed'> {
  const { library, context, serverId, userId } = desk;
  const found = findQuotation(library, articleByRef(library, quote.article), quote);
  if (!found) return 'gone';
  const note: Note = {
    id: randomBytes(8).toString('hex'),
    ...(serverId !== undefined && { serverId }),
    personId: userId,
    articleId: found.article.id,
    paragraph: found.paragraph.number,
    ...found.span,
    hash: quote.hash,
    savedAt: new Date(context.time.now()).toISOString(),
  };
  return context.guard.write(({ notes }) => notes.save(note), 'failed');
}

/** Those that have the words in the quotation, the remark or the title; accents and capitals do not matter. */
export function searchNotes(notes: readonly QuotedNote[], query: string): readonly QuotedNote[] {
  const wanted = fold(query);
  if (wanted === '') return notes;
  return notes.filter(({ note, article, text }) =>
    [text, note.remark ?? '', article.title].some((part) => fold(part).includes(wanted)),
  );
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}
