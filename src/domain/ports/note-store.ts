import type { Note } from '../note.ts';

/** One person's notes in one server, or in direct messages (undefined). */
export interface NotePlace {
  readonly serverId: string | undefined;
  readonly personId: string;
}

export type NoteOwner = { readonly personId: string } | { readonly serverId: string };

/** Quotations that people have saved. Every method rejects when the store cannot be used just now. */
export interface NoteStore {
  /** @returns `same` when the quotation is among their notes already, `full` when they have MAX_NOTES */
  save(note: Note): Promise<'saved' | 'same' | 'full'>;
  /** Newest first. */
  list(place: NotePlace): Promise<readonly Note[]>;
  /** @param remark undefined takes it away. @returns false when the note is not theirs, or not there any more */
  remark(place: NotePlace, id: string, remark: string | undefined): Promise<boolean>;
  /** @returns false when the note is not theirs, or not there any more */
  remove(place: NotePlace, id: string): Promise<boolean>;
  exportOf(personId: string): Promise<readonly Note[]>;
  /** @returns how many were removed */
  removeOf(owner: NoteOwner): Promise<number>;
}
