/** Anki knows a note type by its number: one that changed would double the notes that were imported before. */
export const CLOZE_TYPE = 1_767_225_600_001;
export const BASIC_TYPE = 1_767_225_600_002;

/** The deck that the note types name as theirs; every card says its own. */
const DEFAULT_DECK = 1;

const CSS = `.card { font-family: sans-serif; font-size: 20px; text-align: left; color: black; background-color: white; max-width: 40em; margin: 0 auto; padding: 1em; }
.cloze { font-weight: bold; color: #1d4ed8; }
.nightMode .cloze { color: #93c5fd; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #9ca3af; }
.citation { margin-top: 1.5em; font-size: 14px; color: #6b7280; }`;

const CITATION = '<div class="citation">{{Citation}}</div>';

interface NoteType {
  readonly id: number;
  readonly name: string;
  /** Anki: 0 has a front and a back, 1 has holes. */
  readonly type: 0 | 1;
  readonly fields: readonly string[];
  readonly card: { readonly name: string; readonly front: string; readonly back: string };
}

const NOTE_TYPES: readonly NoteType[] = [
  {
    id: CLOZE_TYPE,
    name: 'Verbatim Cloze',
    type: 1,
    fields: ['Text', 'Citation'],
    card: { name: 'Cloze', front: '{{cloze:Text}}', back: `{{cloze:Text}}${CITATION}` },
  },
  {
    id: BASIC_TYPE,
    name: 'Verbatim Basic',
    type: 0,
    fields: ['Front', 'Back', 'Quotation', 'Citation'],
    card: {
      name: 'Card 1',
      front: '{{Front}}',
      back: `{{FrontSide}}<hr id="answer">{{Back}}{{#Quotation}}<blockquote>{{Quotation}}</blockquote>{{/Quotation}}${CITATION}`,
    },
  },
];

/** The `models` of a collection of schema 11. @param modified seconds since 1970 */
export function ankiNoteTypes(modified: number): string {
  return JSON.stringify(Object.fromEntries(NOTE_TYPES.map((type) => [type.id, describe(type, modified)])));
}

function describe({ id, name, type, fields, card }: NoteType, modified: number): object {
  return {
    id,
    name,
    type,
    mod: modified,
    usn: -1,
    sortf: 0,
    did: DEFAULT_DECK,
    tmpls: [{ name: card.name, ord: 0, qfmt: card.front, afmt: card.back, bqfmt: '', bafmt: '', did: null }],
    flds: fields.map((field, ord) => ({
      name: field,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    css: CSS,
    latexPre:
      '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
}
