import { describe, expect, it } from 'vitest';
import { writeAnkiDeck } from '../../../src/study/export/write-anki-deck.ts';
import { readAnkiDeck } from './read-anki-deck.ts';
import type { ReadDeck } from './read-anki-deck.ts';
import { BASIC, CLOZE, HARBOUR, NOW, ODD } from './sample-decks.ts';

async function written(now = NOW): Promise<ReadDeck> {
  return readAnkiDeck(await writeAnkiDeck([HARBOUR, ODD], now));
}

describe('writeAnkiDeck', () => {
  it('writes a collection of the schema that every Anki imports, without media', async () => {
    const { files, media, version, decks, noteTypes } = await written();
    expect(files).toEqual(['collection.anki2', 'media']);
    expect(media).toEqual({});
    expect(version).toBe(11);
    expect([...noteTypes.values()]).toEqual(['Verbatim Cloze', 'Verbatim Basic']);
    expect([...decks.values()].sort()).toEqual([
      'Default',
      'Verbatim::A:B C',
      'Verbatim::The harbour: Ellerby',
    ]);
  });

  it('hides every occurrence of a blank as one hole', async () => {
    const { notes, noteTypes, decks } = await written();
    const note = notes.find(({ guid }) => guid === CLOZE.id);
    expect(note?.fields[0]).toBe('Ellerby was dug by {{c1::convicts}}, and {{c1::convicts}} filled it.');
    expect(noteTypes.get(note?.noteType ?? 0)).toBe('Verbatim Cloze');
    expect(note?.decks.map((id) => decks.get(id))).toEqual(['Verbatim::The harbour: Ellerby']);
  });

  it('cites every note, with its address as a link', async () => {
    const { notes } = await written();
    const address = 'https://example.org/ellerby?a=1&amp;b=2';
    expect(notes[0]?.fields.at(-1)).toBe(
      `Ada Moor, “The harbour of Ellerby”, 2024-11-30, ¶ 1, <a href="${address}">${address}</a>`,
    );
    for (const { fields } of notes) expect(fields.at(-1)).not.toBe('');
  });

  it('keeps front, back, quotation and tags', async () => {
    const { notes } = await written();
    expect(notes.map(({ tags }) => tags)).toEqual([
      ' article::ellerby kind::cloze type::term ',
      ' two-words ',
      '',
    ]);
    expect(notes[1]?.fields.slice(0, 3)).toEqual([
      'Who said this?<br><br>_____ wants to dredge.',
      BASIC.back,
      BASIC.quotation,
    ]);
  });

  it('leaves nothing in a text that Anki or a browser would act on', async () => {
    const { notes } = await written();
    const all = notes[2]?.fields.join(' ') ?? '';
    expect(all).toContain('=HYPERLINK(&quot;https://evil.example&quot;');
    for (const live of ['<b>', '<img', '{{', '[sound', '[latex', '\\(', 'javascript:'])
      expect(all).not.toContain(live);
  });

  it('gives decks, note types and notes the same names a year later, and newer contents', async () => {
    const [first, later] = [await written(), await written(new Date('2027-11-25T10:00:00Z'))];
    expect([...later.decks]).toEqual([...first.decks]);
    expect([...later.noteTypes]).toEqual([...first.noteTypes]);
    expect(later.notes.map(({ guid }) => guid)).toEqual(first.notes.map(({ guid }) => guid));
    for (const [at, { modified }] of later.notes.entries())
      expect(modified).toBeGreaterThan(first.notes[at]?.modified ?? Infinity);
  });

  it('numbers a deck by itself, whatever else is exported with it', async () => {
    const alone = await readAnkiDeck(await writeAnkiDeck([ODD], NOW));
    const together = await written();
    expect(together.notes[2]?.decks).toEqual(alone.notes[0]?.decks);
  });
});
