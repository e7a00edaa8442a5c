import { strFromU8, unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { z } from 'zod';

const NAMED = z.record(z.string(), z.object({ id: z.number(), name: z.string() }));

/** What an .apkg holds, read by the libraries that write such files, but by nothing of ours. */
export interface ReadDeck {
  readonly files: readonly string[];
  readonly media: unknown;
  readonly version: number;
  /** By number. */
  readonly decks: ReadonlyMap<number, string>;
  readonly noteTypes: ReadonlyMap<number, string>;
  readonly notes: readonly ReadNote[];
}

export interface ReadNote {
  readonly guid: string;
  readonly noteType: number;
  readonly modified: number;
  readonly tags: string;
  readonly fields: readonly string[];
  /** Decks of its cards. */
  readonly decks: readonly number[];
}

const NOTE = z.tuple([z.string(), z.number(), z.number(), z.string(), z.string(), z.string()]);

export async function readAnkiDeck(bytes: Uint8Array): Promise<ReadDeck> {
  const files = unzipSync(bytes);
  const { Database } = await initSqlJs();
  const database = new Database(files['collection.anki2']);
  const rowsOf = (sql: string): readonly unknown[][] => database.exec(sql)[0]?.values ?? [];
  const [collection] = z
    .array(z.tuple([z.number(), z.string(), z.string()]))
    .parse(rowsOf('SELECT ver, decks, models FROM col'));
  const notes = rowsOf(
    'SELECT guid, mid, notes.mod, tags, flds, json_group_array(did) FROM notes JOIN cards ON nid = notes.id GROUP BY notes.id ORDER BY notes.id',
  ).map((row) => {
    const [guid, noteType, modified, tags, fields, decks] = NOTE.parse(row);
    return {
      guid,
      noteType,
      modified,
      tags,
      fields: fields.split('\u001f'),
      decks: z.array(z.number()).parse(JSON.parse(decks)),
    };
  });
  database.close();
  const [version = 0, decks = '{}', models = '{}'] = collection ?? [];
  return {
    files: Object.keys(files).sort(),
    media: JSON.parse(strFromU8(files['media'] ?? new Uint8Array())),
    version,
    decks: namesOf(decks),
    noteTypes: namesOf(models),
    notes,
  };
}

function namesOf(json: string): ReadonlyMap<number, string> {
  return new Map(Object.values(NAMED.parse(JSON.parse(json))).map(({ id, name }) => [id, name]));
}
