import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_NOTES } from '../../src/domain/note.ts';
import type { Note } from '../../src/domain/note.ts';
import type { NoteStore } from '../../src/domain/ports/note-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';

const HERE = { serverId: 's1', personId: 'ada' };

function makeNote(id: string, more: Partial<Note> = {}): Note {
  return {
    id,
    ...HERE,
    articleId: 'kiln',
    paragraph: 2,
    start: 10,
    end: 90,
    hash: 'abc1234',
    savedAt: '2026-03-01T10:00:00.000Z',
    ...more,
  };
}

const DIRECT: Note = {
  id: 'n3',
  personId: 'ada',
  articleId: 'kiln',
  paragraph: 2,
  start: 10,
  end: 90,
  hash: 'abc1234',
  savedAt: '2026-03-01T10:00:00.000Z',
};

/** What every store of notes has to do. */
export function describeNoteStore(name: string, open: () => Promise<Store>): void {
  describe(`notes in ${name}`, () => {
    let whole: Store;
    let store: NoteStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.notes;
    });
    beforeEach(async () => {
      await store.removeOf({ personId: 'ada' });
      await store.removeOf({ personId: 'bob' });
    });
    afterAll(() => whole.close());

    it('has what was saved, newest first, a place by itself', async () => {
      const remarked = makeNote('n2', { start: 100, end: 120, remark: 'Why then?', savedAt: '2026-03-02' });
      expect(await store.save(makeNote('n1'))).toBe('saved');
      expect(await store.save(remarked)).toBe('saved');
      expect(await store.save(DIRECT)).toBe('saved');
      expect(await store.list(HERE)).toStrictEqual([remarked, makeNote('n1')]);
      expect(await store.list({ serverId: undefined, personId: 'ada' })).toStrictEqual([DIRECT]);
      expect(await store.list({ serverId: 's2', personId: 'ada' })).toEqual([]);
    });

    it('has a quotation once, and only so many', async () => {
      await store.save(makeNote('n1'));
      expect(await store.save(makeNote('n2'))).toBe('same');
      expect(await store.save(makeNote('n2', { personId: 'bob' }))).toBe('saved');
      for (let end = 1; end < MAX_NOTES; end += 1) await store.save(makeNote(`m${end}`, { start: 200, end }));
      expect(await store.save(makeNote('n4', { start: 1 }))).toBe('full');
    });

    it('lets their owner alone change and remove them', async () => {
      await store.save(makeNote('n1'));
      const stranger = { serverId: 's1', personId: 'bob' };
      expect(await store.remark(stranger, 'n1', 'mine')).toBe(false);
      expect(await store.remark({ ...HERE, serverId: undefined }, 'n1', 'mine')).toBe(false);
      expect(await store.remove(stranger, 'n1')).toBe(false);
      expect(await store.remark(HERE, 'n1', 'a\0b')).toBe(true);
      expect((await store.list(HERE))[0]?.remark).toMatch(/^a.b$/su);
      expect(await store.remark(HERE, 'n1', undefined)).toBe(true);
      expect(await store.list(HERE)).toStrictEqual([makeNote('n1')]);
      expect(await store.remove(HERE, 'n1')).toBe(true);
      expect(await store.remove(HERE, 'n1')).toBe(false);
    });

    it('gives all of a person, and forgets by person and by server', async () => {
      await store.save(makeNote('n1'));
      await store.save(DIRECT);
      await store.save(makeNote('n2', { personId: 'bob' }));
      expect(await store.exportOf('ada')).toStrictEqual([makeNote('n1'), DIRECT]);
      expect(await store.removeOf({ personId: 'ada' })).toBe(2);
      expect(await store.removeOf({ serverId: 's1' })).toBe(1);
      expect(await store.exportOf('bob')).toEqual([]);
    });
  });
}
