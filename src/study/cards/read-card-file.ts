import { VerbatimError } from '../../domain/errors.ts';

/** What a person asks for in `corpus/<article>.cards.md`. */
export type CardFileEntry = PinEntry | EditEntry | BanEntry | AskEntry;

interface Entry {
  /** Of the entry's heading, counted from 1. */
  readonly line: number;
  /** As it stands in the article, save for how its lines are broken. */
  readonly quotation: string;
}

/** A blank that there shall be, whatever the judge says. */
export interface PinEntry extends Entry {
  readonly action: 'pin';
  readonly blank: string;
  readonly choices: readonly string[];
  /** A sentence on what happened later: the card asks which of the two came first, and the blank is a date. */
  readonly later?: string;
}

/** Moves the blank of a sentence: its other blanks go. */
export interface EditEntry extends Entry {
  readonly action: 'edit';
  readonly blank: string;
  readonly choices: readonly string[];
}

/** No card of the sentence, or none that asks for these words of it. */
export interface BanEntry extends Entry {
  readonly action: 'ban';
  readonly blank?: string;
}

/** A question of the teacher's own on a passage; the answer stands in it. */
export interface AskEntry extends Entry {
  readonly action: 'ask';
  readonly question: string;
  readonly answer: string;
  readonly choices: readonly string[];
}

const ACTIONS = ['pin', 'edit', 'ban', 'ask'] as const;
type Action = (typeof ACTIONS)[number];
/** The lines that each kind of entry has beside its quotation, with whether it needs them. */
const FIELDS: Readonly<Record<Action, Readonly<Record<string, 'needed' | 'free'>>>> = {
  pin: { blank: 'needed', choices: 'free', later: 'free' },
  edit: { blank: 'needed', choices: 'free' },
  ban: { blank: 'free' },
  ask: { question: 'needed', answer: 'needed', choices: 'free' },
};

interface Draft {
  readonly action: Action;
  readonly line: number;
  readonly quoted: string[];
  readonly fields: Map<string, string>;
}

/**
 * Reads a card file: a heading `## Pin`, `## Edit`, `## Ban` or `## Ask`, below it the sentence as a quotation (`> …`)
 * and lines such as `blank: 1712`. Other text is a note to oneself and passed over.
 * @param path names the file in errors
 * @throws VerbatimError cards-invalid, with the line
 */
export function readCardFile(path: string, text: string): readonly CardFileEntry[] {
  const drafts: Draft[] = [];
  for (const [at, raw] of text.split(/\r?\n/u).entries()) readLine(drafts, raw, { path, line: at + 1 });
  return drafts.map((draft) => finish(draft, path));
}

interface Place {
  readonly path: string;
  readonly line: number;
}

function readLine(drafts: Draft[], raw: string, place: Place): void {
  const heading = /^##\s+(.+?)\s*#*$/u.exec(raw)?.[1];
  const draft = drafts.at(-1);
  if (heading !== undefined) {
    const action = ACTIONS.find((known) => known === heading.toLowerCase());
    if (!action)
      throw invalid(place, `“${heading}” is no kind of entry. Write ## Pin, ## Edit, ## Ban or ## Ask.`);
    drafts.push({ action, line: place.line, quoted: [], fields: new Map() });
    return;
  }
  const quoted = /^\s*>\s?(.*)$/u.exec(raw)?.[1];
  if (quoted !== undefined) {
    if (!draft)
      throw invalid(
        place,
        'A quotation stands before the first entry. Put ## Pin, ## Edit, ## Ban or ## Ask above it.',
      );
    draft.quoted.push(quoted);
    return;
  }
  const [, name = '', value = ''] = /^([A-Za-z]+):\s*(.*?)\s*$/u.exec(raw) ?? [];
  if (name !== '' && draft) readField(draft, { name: name.toLowerCase(), value }, place);
}

function readField(
  { action, fields }: Draft,
  { name, value }: { readonly name: string; readonly value: string },
  place: Place,
): void {
  const known = Object.keys(FIELDS[action]);
  if (!known.includes(name))
    throw invalid(place, `${title(action)} has no “${name}”; it may have ${known.join(', ')}.`);
  if (fields.has(name)) throw invalid(place, `“${name}” stands here for the second time. Keep one of them.`);
  if (value === '')
    throw invalid(place, `“${name}” is empty. Write the words behind it as they stand in the article.`);
  fields.set(name, value);
}

function finish({ action, line, quoted, fields }: Draft, path: string): CardFileEntry {
  const quotation = quoted.join(' ').replace(/\s+/gu, ' ').trim();
  if (quotation === '')
    throw invalid(
      { path, line },
      `${title(action)} has no quotation. Put the sentence below it, behind “> ”.`,
    );
  for (const [name, need] of Object.entries(FIELDS[action])) {
    if (need === 'needed' && !fields.has(name))
      throw invalid({ path, line }, `${title(action)} needs a line “${name}: …”.`);
  }
  const field = (name: string): string => fields.get(name) ?? '';
  const choices = field('choices')
    .split('|')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
  const entry = { line, quotation };
  switch (action) {
    case 'pin':
      if (fields.has('later') && choices.length > 0)
        throw invalid(
          { path, line },
          '“later” and “choices” stand in one entry. Take “choices” out: the two sentences are the choice.',
        );
      return {
        ...entry,
        action,
        blank: within(field('blank'), entry, path),
        choices,
        ...(fields.has('later') ? { later: field('later') } : {}),
      };
    case 'edit':
      return { ...entry, action, blank: within(field('blank'), entry, path), choices };
    case 'ban':
      return {
        ...entry,
        action,
        ...(fields.has('blank') ? { blank: within(field('blank'), entry, path) } : {}),
      };
    case 'ask':
      return {
        ...entry,
        action,
        question: field('question'),
        answer: within(field('answer'), entry, path),
        choices,
      };
  }
}

/** The words, which have to stand in the quotation. */
function within(words: string, { line, quotation }: Entry, path: string): string {
  if (quotation.includes(words)) return words;
  throw invalid(
    { path, line },
    `“${words}” does not stand in the quotation. Take its words exactly as they stand there.`,
  );
}

function title(action: Action): string {
  return `## ${action.charAt(0).toUpperCase()}${action.slice(1)}`;
}

function invalid({ path, line }: Place, problem: string): VerbatimError {
  return new VerbatimError('cards-invalid', `${path}, line ${line}: ${problem}`);
}
