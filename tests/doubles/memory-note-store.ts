import { MAX_NOTES } from '../../src/domain/note.ts';
import type { Note } from '../../src/domain/note.ts';
import type { NotePlace, NoteStore } from '../../src/domain/ports/note-store.ts';

export function createMemoryNoteStore(): NoteStore {
  const notes = new Map<string, Note>();
  const notesOf = ({ serverId, personId }: NotePlace) =>
    [...notes.values()].filter((note) => note.serverId === serverId && note.personId === personId);
  const find = (place: NotePlace, id: string) => notesOf(place).find((note) => note.id === id);
  return {
    save(note) {
      const own = notesOf({ serverId: note.serverId, personId: note.personId });
      if (own.length >= MAX_NOTES) return Promise.resolve('full');
      const isKnown = own.some(
        ({ articleId, start, end }) =>
          articleId === note.articleId && start === note.start && end === note.end,
      );
      if (!isKnown) notes.set(note.id, note);
      return Promise.resolve(isKnown ? 'same' : 'saved');
    },
    list: (place) =>
      Promise.resolve(
        notesOf(place).sort((a, b) => b.savedAt.localeCompare(a.savedAt) || a.id.localeCompare(b.id)),
      ),
    remark(place, id, remark) {
      const note = find(place, id);
      if (note) {
        const changed: Note & { remark?: string } = { ...note };
        if (remark === undefined) delete changed.remark;
        else changed.remark = remark;
        notes.set(id, changed);
      }
      return Promise.resolve(note !== undefined);
    },
    remove: (place, id) => Promise.resolve(find(place, id) !== undefined && notes.delete(id)),
    exportOf: (personId) =>
      Promise.resolve(
        [...notes.values()]
          .filter((note) => note.personId === personId)
          .sort((a, b) => a.savedAt.localeCompare(b.savedAt) || a.id.localeCompare(b.id)),
      ),
    removeOf(owner) {
      const theirs = [...notes.values()].filter((note) =>
        'personId' in owner ? note.personId === owner.personId : note.serverId === owner.serverId,
      );
      for (const { id } of theirs) notes.delete(id);
      return Promise.resolve(theirs.length);
    },
  };
}
