import { randomBytes } from 'node:crypto';
import type { QuotedNote } from '../../../conversation/export-notes.ts';
import { findQuotation } from '../../../conversation/find-quotation.ts';
import type { Article } from '../../../domain/article.ts';
import type { Note } from '../../../domain/note.ts';
import type { NotePlace } from '../../../domain/ports/note-store.ts';
import { shortHash } from '../../../text/short-hash.ts';
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
  const quoteNote = createQuoteNote(desk);
  const notes = kept.flatMap((note) => quoteNote(note) ?? []);
  return { notes, hidden: kept.length - notes.length };
}

/** Quotations of one article that are looked for in all others: each takes 10 ms in a library of 10,000 sentences. */
const TRIES = 10;

/**
 * The quotation of a note as it stands in the articles of the audience; undefined where it does not. An article that
 * was renamed has it in its old place; where several of an article are nowhere, the others are sought there alone.
 */
function createQuoteNote({ library }: FeatureDesk): (note: Note) => QuotedNote | undefined {
  const articles = library.sources().entries.map(({ article }) => article);
  const homes = new Map<string, Article>();
  const misses = new Map<string, number>();
  const homeOf = ({ articleId, start, end, hash }: Note) =>
    library.article(articleId) ??
    homes.get(articleId) ??
    articles.find(({ text }) => shortHash(text.slice(start, end)) === hash);
  return (note) => {
    const { articleId } = note;
    const missed = misses.get(articleId) ?? 0;
    const found = findQuotation(missed < TRIES ? library : NOWHERE, homeOf(note), note);
    if (!found) {
      misses.set(articleId, missed + 1);
      return undefined;
    }
    const { article, paragraph, span } = found;
    homes.set(articleId, article);
    const { start, end } = span;
    return { note, article, paragraph: paragraph.number, start, text: article.text.slice(start, end) };
  };
}

const NOWHERE = { sources: () => ({ entries: [] }) };

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
