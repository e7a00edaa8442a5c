import type { Kysely } from 'kysely';
import { MAX_NOTES } from '../../domain/note.ts';
import type { Note } from '../../domain/note.ts';
import type { NotePlace, NoteStore } from '../../domain/ports/note-store.ts';
import { storableText } from './storable-text.ts';
import type { NoteRow, StoreTables } from './store-tables.ts';

export function createNoteStore(db: Kysely<StoreTables>): NoteStore {
  const notesOf = (place: NotePlace) =>
    db
      .selectFrom('notes')
      .where('person_id', '=', place.personId)
      .where('server_id', '=', place.serverId ?? '');
  return {
    async save(note) {
      const { count } = await notesOf({ serverId: note.serverId, personId: note.personId })
        .select((select) => select.fn.countAll<number | string>().as('count'))
        .executeTakeFirstOrThrow();
      if (Number(count) >= MAX_NOTES) return 'full';
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('notes')
        .values(toRow(note))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n ? 'saved' : 'same';
    },
    async list(place) {
      const rows = notesOf(place).selectAll().orderBy('saved_at', 'desc').orderBy('id');
      return (await rows.execute()).map(toNote);
    },
    async remark(place, id, remark) {
      const { numUpdatedRows } = await db
        .updateTable('notes')
        .set({ remark: remark === undefined ? null : storableText(remark) })
        .where('id', '=', id)
        .where('person_id', '=', place.personId)
        .where('server_id', '=', place.serverId ?? '')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async remove(place, id) {
      const { numDeletedRows } = await db
        .deleteFrom('notes')
        .where('id', '=', id)
        .where('person_id', '=', place.personId)
        .where('server_id', '=', place.serverId ?? '')
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async exportOf(personId) {
      const rows = db.selectFrom('notes').selectAll().where('person_id', '=', personId);
      return (await rows.orderBy('saved_at').orderBy('id').execute()).map(toNote);
    },
    async removeOf(owner) {
      const rows =
        'personId' in owner
          ? db.deleteFrom('notes').where('person_id', '=', owner.personId)
          : db.deleteFrom('notes').where('server_id', '=', owner.serverId);
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    },
  };
}

function toRow(note: Note): NoteRow {
  return {
    id: note.id,
    server_id: note.serverId ?? '',
    person_id: note.personId,
    article_id: note.articleId,
    paragraph: note.paragraph,
    start_offset: note.start,
    end_offset: note.end,
    hash: note.hash,
    remark: note.remark === undefined ? null : storableText(note.remark),
    saved_at: note.savedAt,
  };
}

function toNote(row: NoteRow): Note {
  return {
    id: row.id,
    ...(row.server_id !== '' && { serverId: row.server_id }),
    personId: row.person_id,
    articleId: row.article_id,
    paragraph: row.paragraph,
    start: row.start_offset,
    end: row.end_offset,
    hash: row.hash,
    ...(row.remark !== null && { remark: row.remark }),
    savedAt: row.saved_at,
  };
}
