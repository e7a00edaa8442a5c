import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../../src/domain/layout.ts';
import { MAX_NOTES } from '../../../src/domain/note.ts';
import { notesAsCsv, notesAsFlashcards, notesAsMarkdown } from '../../../src/conversation/export-notes.ts';
import { writeAnkiDeck } from '../../../src/study/export/write-anki-deck.ts';
import { readAnkiDeck } from '../../study/export/read-anki-deck.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../../doubles/library.ts';
import { createMemoryNoteStore } from '../../doubles/memory-note-store.ts';
import { createTestMemory, textOf, useBot } from '../bot-under-test.ts';
import { buttonLabels, menuValues, shownQuotations } from '../read-message.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';

describe.each(LAYOUTS)('notes, in %s', (layout) => {
  const store = createMemoryNoteStore();
  const bot = useBot({ bot: { layout, memory: createTestMemory(undefined, { notes: store }) } });
  const user = (name = 'ada') => bot.discord.user(name);
  const slash = (name: string, options = {}, by = 'ada') =>
    bot.discord.slash({ user: user(by), name, options }).settled();
  const save = async (question = QUESTION, by = 'ada') => {
    const { message } = await slash('ask', { question });
    const label = buttonLabels(message).find((one) => one.startsWith('Save')) ?? '';
    const saved = await bot.discord.click({ user: user(by), message, label }).settled();
    expect(saved.ephemeral).toBe(true);
    return { message, said: textOf(saved.message) };
  };

  it('are saved from an answer, from a quotation in its place, and once', async () => {
    const { message, said } = await save();
    expect(said).toContain('Saved.');
    expect((await save()).said).toContain('You have saved this already');
    expect((await save(QUESTION, 'bob')).said).toContain('Saved.');
    const opened = await bot.discord.click({ user: user(), message, label: 'In context' }).settled();
    const again = await bot.discord.click({ user: user(), message: opened.message, label: 'Save' }).settled();
    expect(textOf(again.message)).toContain('You have saved this already');
    expect(await store.exportOf(user().id)).toHaveLength(1);
    await store.removeOf({ personId: user().id });
    await store.removeOf({ personId: user('bob').id });
  });

  it('are listed, searched, remarked and removed by their owner alone', async () => {
    await save();
    await save('Who relieved Edwin Calder on Sundays?');
    const list = await slash('notes');
    expect(list.ephemeral).toBe(true);
    expect(shownQuotations(list.message ?? {})).toHaveLength(2);
    for (const quotation of shownQuotations(list.message ?? {})) expect(LIGHTHOUSE.text).toContain(quotation);
    const found = await slash('notes', { search: 'ALVA' });
    const [id = ''] = menuValues(found.message);
    await bot.discord.select({ user: user(), message: found.message, values: [id] }).settled();
    expect(buttonLabels(found.message)).toContain('Remark');
    const form = await bot.discord
      .click({ user: user(), message: found.message, label: 'Remark' })
      .acknowledged();
    const remark = '**Bold** @everyone';
    await bot.discord.modalSubmit({ user: user(), from: form, values: { remark } }).settled();
    expect(textOf(found.message)).toContain('Your remark: \\*\\*Bold\\*\\* \\@everyone');
    expect(textOf((await slash('notes', { search: 'bold' })).message)).toContain('Alva Thorne');
    expect(textOf((await slash('notes', { search: 'whale oil' })).message)).toContain('None of your notes');
    expect(textOf((await slash('notes', {}, 'bob')).message)).toContain('You have no notes yet');
    const stolen = bot.discord.click({
      user: user('bob'),
      message: found.message,
      customId: `notes:remove.${id}`,
      forge: true,
    });
    expect(textOf((await stolen.settled()).message)).toContain('That note is not there any more');
    expect(await store.exportOf(user().id)).toHaveLength(2);
    const fresh = await slash('notes', { search: 'alva' });
    await bot.discord.select({ user: user(), message: fresh.message, values: [id] }).settled();
    await bot.discord.click({ user: user(), message: fresh.message, label: 'Remove' }).settled();
    expect(textOf(fresh.message)).toContain('The note is removed.');
    expect(await store.exportOf(user().id)).toHaveLength(1);
    await store.removeOf({ personId: user().id });
  });

  it('are not shown where their article may not be read, and given as a file where it may', async () => {
    await save();
    const exported = await slash('export', { format: 'csv' });
    expect(exported.ephemeral).toBe(true);
    expect(exported.message?.attachments.map(({ filename }) => filename)).toEqual(['notes.csv']);
    const deck = await slash('export', { format: 'anki' });
    expect(deck.message?.attachments.map(({ filename }) => filename)).toEqual(['notes.apkg']);
    bot.test.useLibrary(createLibraryDouble({ articles: [makeArticle('boats', 'Boats float. They do.')] }));
    const hidden = await slash('notes');
    expect(textOf(hidden.message)).toContain('1 note is on a passage that is not in the articles here');
    expect(textOf(hidden.message)).not.toContain('Alva');
    expect(textOf((await slash('export')).message)).toContain('You have no notes yet');
    await store.removeOf({ personId: user().id });
  });

  it('are found again in an article that was renamed, and cost little where it is gone', async () => {
    await save();
    const [kept] = await store.exportOf(user().id);
    if (!kept) throw new Error('Nothing was saved.');
    for (let index = 0; index < 30; index += 1) {
      const id = index.toString(16).padStart(16, '0');
      // As if the sentence had been changed since.
      await store.save({ ...kept, id, start: kept.start + 1, end: kept.end + 1 + index, hash: 'zzzzzzz' });
    }
    const renamed = { ...LIGHTHOUSE, id: 'beacon' };
    let looks = 0;
    const others = Array.from({ length: 3 }, (_, index) => makeArticle(`boats-${index}`, 'Boats float.'));
    const library = createLibraryDouble({ articles: [...others, renamed], generation: 'g-2' });
    bot.test.useLibrary({
      ...library,
      sources: () => {
        looks += 1;
        return library.sources();
      },
    });
    const list = await slash('notes');
    expect(textOf(list.message)).toContain('Alva Thorne');
    expect(textOf(list.message)).toContain('30 notes are on passages');
    expect(looks).toBeLessThan(20);
    await store.removeOf({ personId: user().id });
  });

  it('have a word for nonsense', async () => {
    const { message } = await slash('ask', { question: QUESTION });
    for (const rest of [
      '',
      'save.x',
      'remove.1',
      'page.x.',
      `page.1.${'x'.repeat(61)}`,
      'remarked.0123456789abcdef',
    ]) {
      const handle = bot.discord.click({ user: user(), message, customId: `notes:${rest}`, forge: true });
      expect(textOf((await handle.settled()).message)).toContain('from another version');
    }
  });
});

describe('an export of notes', () => {
  const words = wordsIn('en');
  const text = 'Its lamp burned whale oil until 1871.';
  const start = LIGHTHOUSE.text.indexOf(text);
  const note = {
    id: '0123456789abcdef',
    personId: 'ada',
    articleId: 'lighthouse',
    paragraph: 2,
    start,
    end: start + text.length,
    hash: 'x',
    remark: '=SUM(A1) "why"\n# no heading',
    savedAt: '2026-03-02T09:00:00.000Z',
  };
  const quoted = { note, article: LIGHTHOUSE, paragraph: 2, start, text };

  it('has the quotation, its line of a bibliography and the remark in Markdown', () => {
    expect(notesAsMarkdown(words, [quoted])).toBe(`# The light of Brannoch Head

> Its lamp burned whale oil until 1871.

[“The light of Brannoch Head”](https://example.org/lighthouse), 2021-05-02, ¶ 2 (read 2 March 2026)

\\=SUM(A1) "why"
\\# no heading
`);
  });

  it('is a table that no spreadsheet runs in CSV', () => {
    const [names, row] = notesAsCsv(words, [quoted]).split('\r\n');
    expect(names).toBe('quotation,remark,title,author,published,paragraph,page,address,retrieved,citation');
    expect(row).toContain(
      `${text},"'=SUM(A1) ""why""\n# no heading",The light of Brannoch Head,,2021-05-02,2,,https://example.org/lighthouse,2026-03-02,`,
    );
  });

  it('is a deck of cards for Anki, the remark in front of the quotation', async () => {
    const { notes, decks } = await readAnkiDeck(
      await writeAnkiDeck(notesAsFlashcards(words, [quoted]), new Date()),
    );
    expect([...decks.values()]).toContain('Verbatim::The light of Brannoch Head');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.fields.join(' ')).toMatch(/=SUM\(A1\)[^]*Its lamp burned whale oil until 1871\.[^]*¶ 2/);
  });

  it('is as long as notes are kept', () => {
    expect(
      notesAsCsv(
        words,
        Array.from({ length: MAX_NOTES }, () => quoted),
      ).split('\r\n'),
    ).toHaveLength(MAX_NOTES + 2);
  });
});
