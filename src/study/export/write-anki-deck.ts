import type { Flashcard, FlashcardDeck } from '../../domain/flashcard.ts';
import { shortHash } from '../../text/short-hash.ts';
import {
  ANKI_DECK_OPTIONS,
  ANKI_SCHEMA_VERSION,
  ANKI_TABLES,
  ankiDecks,
  ankiOptions,
} from './anki-collection.ts';
import type { AnkiDeck } from './anki-collection.ts';
import { ankiNoteTypes, BASIC_TYPE, CLOZE_TYPE } from './anki-note-types.ts';
import { toAnkiCloze, toAnkiHtml } from './anki-text.ts';

/** A value of SQLite's. */
type Row = readonly (string | number)[];

/**
 * Decks as an .apkg. Notes are known by the ids of their cards, so that a later export renews what an earlier one
 * brought, and how it was learnt stays; Anki takes over what is newer.
 */
export async function writeAnkiDeck(decks: readonly FlashcardDeck[], now: Date): Promise<Uint8Array> {
  const [{ default: initSqlJs }, { strToU8, zipSync }] = await Promise.all([
    import('sql.js'),
    import('fflate'),
  ]);
  const { Database } = await initSqlJs();
  const database = new Database();
  try {
    database.run(ANKI_TABLES);
    const add = (table: string, row: Row): unknown =>
      database.run(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`, [...row]);
    add('col', collectionRow(decks, now));
    let number = 0;
    for (const deck of decks) {
      for (const card of deck.cards) {
        add('notes', noteRow(card, number, now));
        add('cards', cardRow(deckOf(deck), number, now));
        number += 1;
      }
    }
    return zipSync({ 'collection.anki2': database.export(), media: strToU8('{}') });
  } finally {
    database.close();
  }
}

function collectionRow(decks: readonly FlashcardDeck[], now: Date): Row {
  const seconds = secondsOf(now);
  const described = decks.map(deckOf);
  return [
    1,
    seconds,
    now.getTime(),
    now.getTime(),
    ANKI_SCHEMA_VERSION,
    0,
    0,
    0,
    ankiOptions(CLOZE_TYPE),
    ankiNoteTypes(seconds),
    ankiDecks(described, seconds),
    ANKI_DECK_OPTIONS,
    '{}',
  ];
}

function noteRow(card: Flashcard, number: number, now: Date): Row {
  const fields = fieldsOf(card);
  const [first = ''] = fields;
  return [
    now.getTime() + number,
    card.id,
    card.kind === 'cloze' ? CLOZE_TYPE : BASIC_TYPE,
    secondsOf(now),
    -1,
    tagsOf(card),
    // Anki parts the fields of a note by this character.
    fields.join('\u001f'),
    first,
    // Anki's own sum is for finding doubles, and it reckons it anew at import.
    0,
    0,
    '',
  ];
}

/** New, due in the order of the export. */
function cardRow({ id }: AnkiDeck, number: number, now: Date): Row {
  const moment = now.getTime() + number;
  const [unlearnt, none] = [0, 0];
  return [
    moment,
    moment,
    id,
    0,
    secondsOf(now),
    -1,
    unlearnt,
    unlearnt,
    number + 1,
    ...Array.from({ length: 8 }, () => none),
    '',
  ];
}

function fieldsOf(card: Flashcard): readonly string[] {
  const citation = citationOf(card);
  return card.kind === 'cloze'
    ? [toAnkiCloze(card.text, card.blanks), citation]
    : [toAnkiHtml(card.front), toAnkiHtml(card.back), toAnkiHtml(card.quotation ?? ''), citation];
}

function citationOf({ citation: { plain, url } }: Flashcard): string {
  const line = toAnkiHtml(plain);
  if (url === undefined || !/^https?:\/\//iu.test(url)) return line;
  const address = toAnkiHtml(url);
  return line.includes(address)
    ? line.replaceAll(address, () => `<a href="${address}">${address}</a>`)
    : `${line} <a href="${address}">${address}</a>`;
}

/** Between spaces, with one at each end, as Anki searches for them. */
function tagsOf({ tags }: Flashcard): string {
  const names = tags.map((tag) => tag.trim().replace(/[\s\p{Cc}"]+/gu, '-')).filter((tag) => tag !== '');
  return names.length === 0 ? '' : ` ${names.join(' ')} `;
}

/** All decks stand under one; the number is the deck's own, whatever else is exported with it. */
function deckOf({ id, title }: FlashcardDeck): AnkiDeck {
  const name = title.replace(/\s+/gu, ' ').replace(/:{2,}/gu, ':').replaceAll('"', '').trim();
  return { id: numberOf(id), name: `Verbatim::${name === '' ? id : name}` };
}

/** In the range of the moments that Anki numbers decks by: the years 2001 to 2033. */
function numberOf(id: string): number {
  return 1_000_000_000_000 + (Number.parseInt(shortHash(id), 36) % 1_000_000_000_000);
}

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
