import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { QuotedNote } from '../../../conversation/export-notes.ts';
import type { Library } from '../../../domain/library.ts';
import { MAX_REMARK_CHARACTERS } from '../../../domain/note.ts';
import { quoteSpan } from '../../../text/cite-excerpt.ts';
import type { Words } from '../../../words/words.ts';
import { smallPrint } from '../../messages/block-markdown.ts';
import { escapeMarkdown } from '../../messages/escape-markdown.ts';
import { createView, textBlock, word, wordMessage } from '../../messages/message-view.ts';
import type { MessageView, ViewBlock } from '../../messages/message-view.ts';
import { pageFooter, pageOf } from '../../messages/pages.ts';
import { renderExcerpts } from '../../messages/render-excerpt.ts';
import { shortenAtWord, shortenEscaped } from '../../messages/shorten-text.ts';
import { noteId } from './note-ids.ts';
import type { NotesHere } from './read-notes.ts';
import { searchNotes } from './read-notes.ts';

const PAGE = 5;
/** Characters of a quotation, in the list and by itself. */
const ROOM = { list: 400, alone: 1500 } as const;
/** The custom_id of what is typed. */
export const REMARK_FIELD = 'remark';

export interface ListRequest {
  readonly here: NotesHere;
  readonly query: string;
  /** Counted from 0. */
  readonly page: number;
  readonly library: Library;
}

/** A page of notes, a menu that opens one of them, and buttons to the other pages. */
export function renderNotes(words: Words, { here, query, page, library }: ListRequest): MessageView {
  const found = searchNotes(here.notes, query);
  const hidden =
    here.hidden === 0 ? [] : [textBlock(smallPrint(words('notes.hidden', { count: here.hidden })))];
  const named = { query: shortenEscaped(query, 100) };
  if (found.length === 0) {
    const none =
      query === '' ? word(words, 'notes.none') : wordMessage(words, words('notes.noneFound', named));
    return { ...none, blocks: [...none.blocks, ...hidden] };
  }
  const shown = pageOf(found, page, PAGE);
  return createView(words, 'neutral', {
    title: query === '' ? words('notes.title') : words('notes.found', { query: shortenAtWord(query, 100) }),
    blocks: [...shown.shown.flatMap((note) => renderQuoted(words, note, library, ROOM.list)), ...hidden],
    ...pageFooter(words, shown),
    menu: {
      id: noteId({ act: 'pick' }),
      placeholder: words('notes.openMenu'),
      options: shown.shown.map(({ note, text, article }) => ({
        value: note.id,
        label: shortenAtWord(text, 100),
        description: shortenAtWord(article.title, 100),
      })),
    },
    buttons: turnPages(words, shown, query),
  });
}

/** One note, and what can be done with it. */
export function renderNote(words: Words, quoted: QuotedNote, library: Library): MessageView {
  const { id } = quoted.note;
  return createView(words, 'neutral', {
    title: words('notes.noteTitle'),
    blocks: renderQuoted(words, quoted, library, ROOM.alone),
    buttons: [
      { label: words('notes.remarkButton'), id: noteId({ act: 'remark', id }) },
      { label: words('notes.removeButton'), id: noteId({ act: 'remove', id }), style: 'danger' },
      { label: words('notes.backButton'), id: noteId({ act: 'page', page: 0, query: '' }) },
    ],
  });
}

export function remarkForm(words: Words, { note }: QuotedNote): APIModalInteractionResponseCallbackData {
  return {
    custom_id: noteId({ act: 'remarked', id: note.id }).custom,
    title: words('notes.formTitle'),
    components: [
      {
        type: ComponentType.Label,
        label: words('notes.formLabel'),
        description: words('notes.formHint'),
        component: {
          type: ComponentType.TextInput,
          custom_id: REMARK_FIELD,
          style: TextInputStyle.Paragraph,
          max_length: MAX_REMARK_CHARACTERS,
          required: false,
          ...(note.remark !== undefined && { value: note.remark }),
        },
      },
    ],
  };
}

function renderQuoted(
  words: Words,
  { note, article, paragraph, start, text }: QuotedNote,
  library: Library,
  room: number,
): readonly ViewBlock[] {
  const excerpt = quoteSpan(article, paragraph, { start, end: start + text.length });
  return [
    ...renderExcerpts(words, [excerpt], library, {
      room,
      isNumbered: false,
      isOpenable: room === ROOM.alone,
    }),
    ...(note.remark === undefined
      ? []
      : [textBlock(words('notes.remark', { remark: escapeMarkdown(note.remark) }))]),
  ];
}

function turnPages(
  words: Words,
  { current, pages }: { readonly current: number; readonly pages: number },
  query: string,
): MessageView['buttons'] {
  if (pages === 1) return [];
  const to = (page: number) => noteId({ act: 'page', page, query });
  const [first, last] = [current === 0, current === pages - 1];
  return [
    { label: words('sources.previousButton'), id: to(first ? pages : current - 1), disabled: first },
    { label: words('sources.nextButton'), id: to(last ? pages + 1 : current + 1), disabled: last },
  ];
}
