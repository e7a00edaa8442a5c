import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { notesAsCsv, notesAsFlashcards, notesAsMarkdown } from '../../../conversation/export-notes.ts';
import type { QuotedNote } from '../../../conversation/export-notes.ts';
import { MAX_NOTES, MAX_REMARK_CHARACTERS } from '../../../domain/note.ts';
import { writeAnkiDeck } from '../../../study/export/write-anki-deck.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { withNotice, word, wordMessage } from '../../messages/message-view.ts';
import type { FileView, MessageView } from '../../messages/message-view.ts';
import type { Feature, FeatureDesk } from '../feature.ts';
import { readSubcommand, textOption } from '../read-subcommand.ts';
import { typedIn } from '../../typed-in.ts';
import { EXPORT_COMMAND, EXPORT_FORMATS, MAX_QUERY_CHARACTERS, NOTES_COMMAND } from './command.ts';
import { isNoteId, NOTES_FEATURE, readNotePress } from './note-ids.ts';
import type { NotePress } from './note-ids.ts';
import { notePlaceOf, readNotes, saveNote } from './read-notes.ts';
import { REMARK_FIELD, remarkForm, renderNote, renderNotes } from './render-notes.ts';

/** Quotations that somebody keeps, with their own remarks; nobody else sees them. */
export const notesFeature: Feature = {
  name: NOTES_FEATURE,
  commands: [NOTES_COMMAND.name, EXPORT_COMMAND.name],
  async onCommand(interaction, desk) {
    const asked = readSubcommand(interaction);
    if (!asked) return sendPrivately(word(desk.voices.asker, 'discord.unknownCommand'));
    if (interaction.data.name === EXPORT_COMMAND.name)
      return sendPrivately(await exportNotes(textOption(asked, 'format'), desk));
    const query = textOption(asked, 'search').slice(0, MAX_QUERY_CHARACTERS).toWellFormed();
    return sendPrivately(await listNotes({ query, page: 0 }, desk));
  },
  async onComponent(rest, interaction, desk) {
    const press = readNotePress(rest);
    if (!press) return sendPrivately(word(desk.voices.asker, 'discord.anotherVersion'));
    return planPress(press, interaction, desk);
  },
  async onForm(rest, interaction, desk) {
    const press = readNotePress(rest);
    if (press?.act !== 'remarked') return sendPrivately(word(desk.voices.asker, 'discord.anotherVersion'));
    const typed = typedIn(interaction, REMARK_FIELD).slice(0, MAX_REMARK_CHARACTERS).toWellFormed();
    return remark(press.id, typed === '' ? undefined : typed, desk);
  },
};

async function planPress(
  press: NotePress,
  interaction: APIMessageComponentInteraction,
  desk: FeatureDesk,
): Promise<Plan> {
  const words = desk.voices.asker;
  switch (press.act) {
    case 'save':
      return sendPrivately(saySaved(words, await saveNote(press.quote, desk)));
    case 'page':
      return { kind: 'update', body: await listNotes(press, desk) };
    case 'pick': {
      const id = 'values' in interaction.data ? interaction.data.values[0] : undefined;
      return openNote(id ?? '', desk);
    }
    case 'remark':
      return withNote(press.id, desk, (note) => ({ kind: 'form', form: remarkForm(words, note) }));
    case 'remove':
      return remove(press.id, desk);
    case 'remarked':
      return sendPrivately(word(words, 'discord.anotherVersion'));
  }
}

type Saved = Awaited<ReturnType<typeof saveNote>>;

function saySaved(words: FeatureDesk['voices']['asker'], saved: Saved): MessageView {
  switch (saved) {
    case 'saved':
      return word(words, 'notes.saved');
    case 'same':
      return word(words, 'notes.same');
    case 'full':
      return wordMessage(words, words('notes.full', { most: MAX_NOTES }));
    case 'gone':
      return word(words, 'conversation.gone');
    case 'failed':
      return word(words, 'notes.failed');
  }
}

async function listNotes(
  { query, page }: { readonly query: string; readonly page: number },
  desk: FeatureDesk,
): Promise<MessageView> {
  const words = desk.voices.asker;
  const here = await readNotes(desk);
  if (!here) return word(words, 'notes.failed');
  return renderNotes(words, { here, query, page, library: desk.library });
}

/** A note of theirs, found anew: the list may be an hour old. */
async function withNote(id: string, desk: FeatureDesk, use: (note: QuotedNote) => Plan): Promise<Plan> {
  const words = desk.voices.asker;
  const here = await readNotes(desk);
  if (!here) return sendPrivately(word(words, 'notes.failed'));
  const found = isNoteId(id) ? here.notes.find(({ note }) => note.id === id) : undefined;
  return found ? use(found) : sendPrivately(word(words, 'notes.gone'));
}

function openNote(id: string, desk: FeatureDesk): Promise<Plan> {
  return withNote(id, desk, (note) => ({
    kind: 'update',
    body: renderNote(desk.voices.asker, note, desk.library),
  }));
}

async function remark(id: string, text: string | undefined, desk: FeatureDesk): Promise<Plan> {
  const isKept = await desk.context.guard.write(
    ({ notes }) => notes.remark(notePlaceOf(desk), id, text),
    'failed' as const,
  );
  if (isKept === 'failed') return sendPrivately(word(desk.voices.asker, 'notes.failed'));
  return openNote(id, desk);
}

async function remove(id: string, desk: FeatureDesk): Promise<Plan> {
  const words = desk.voices.asker;
  const isGone = await desk.context.guard.write(
    ({ notes }) => notes.remove(notePlaceOf(desk), id),
    'failed' as const,
  );
  if (isGone === 'failed') return sendPrivately(word(words, 'notes.failed'));
  const list = await listNotes({ query: '', page: 0 }, desk);
  return { kind: 'update', body: withNotice(list, words(isGone ? 'notes.removed' : 'notes.gone')) };
}

async function exportNotes(name: string, desk: FeatureDesk): Promise<MessageView> {
  const words = desk.voices.asker;
  const format = EXPORT_FORMATS.find((one) => one === name) ?? 'markdown';
  const here = await readNotes(desk);
  if (!here) return word(words, 'notes.failed');
  if (here.notes.length === 0) return word(words, 'notes.none');
  return {
    ...wordMessage(words, words('notes.exported', { count: here.notes.length })),
    files: [await writeFile(format, here.notes, desk)],
  };
}

async function writeFile(
  format: (typeof EXPORT_FORMATS)[number],
  notes: readonly QuotedNote[],
  { voices: { asker: words } }: FeatureDesk,
): Promise<FileView> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'markdown':
      return { name: 'notes.md', bytes: encode(notesAsMarkdown(words, notes)), type: 'text/markdown' };
    case 'csv':
      return { name: 'notes.csv', bytes: encode(notesAsCsv(words, notes)), type: 'text/csv' };
    case 'anki': {
      const bytes = await writeAnkiDeck(notesAsFlashcards(words, notes), new Date());
      return { name: 'notes.apkg', bytes, type: 'application/zip' };
    }
  }
}
