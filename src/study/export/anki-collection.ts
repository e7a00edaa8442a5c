/** Of the database in an .apkg that every Anki since 2.0 imports. */
export const ANKI_SCHEMA_VERSION = 11;

/** The tables of that schema, as Anki makes them. */
export const ANKI_TABLES = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
  left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
`;

/** A deck as Anki lists it; `::` in the name parts levels. */
export interface AnkiDeck {
  readonly id: number;
  readonly name: string;
}

/** The deck that every collection has, under the number that the options have, too. */
const DEFAULT: AnkiDeck = { id: 1, name: 'Default' };

/** The `decks` of a collection. @param modified seconds since 1970 */
export function ankiDecks(decks: readonly AnkiDeck[], modified: number): string {
  const described = [DEFAULT, ...decks].map(({ id, name }) => ({
    id,
    name,
    mod: modified,
    usn: -1,
    desc: '',
    dyn: 0,
    conf: DEFAULT.id,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  }));
  return JSON.stringify(Object.fromEntries(described.map((deck) => [deck.id, deck])));
}

/** The options that Anki has for a new deck. */
export const ANKI_DECK_OPTIONS = JSON.stringify({
  [DEFAULT.id]: {
    id: DEFAULT.id,
    name: DEFAULT.name,
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  },
});

/** @param noteType the one that 'add' begins with */
export function ankiOptions(noteType: number): string {
  return JSON.stringify({
    nextPos: 1,
    estTimes: true,
    activeDecks: [DEFAULT.id],
    sortType: 'noteFld',
    timeLim: 0,
    sortBackwards: false,
    addToCur: true,
    curDeck: DEFAULT.id,
    newSpread: 0,
    dueCounts: true,
    curModel: String(noteType),
    collapseTime: 1200,
  });
}
