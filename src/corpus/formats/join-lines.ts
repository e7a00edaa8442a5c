import { countNoun } from '../../text/count-noun.ts';

interface Line {
  readonly text: string;
}

/** Words of the whole text in lower case: how it spells a word elsewhere decides about a hyphen. */
export function collectVocabulary(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const word of text.toLowerCase().match(/[\p{L}-]+/gu) ?? []) words.add(word);
  return words;
}

export interface JoinOptions {
  readonly vocabulary: ReadonlySet<string>;
  /** Whether a word list has it; in lower case. */
  readonly isWord: (word: string) => boolean;
  /** Gets every word that was put together, such as `de-fence → defence`. */
  readonly joinedWords: string[];
}

/**
 * Soft wraps become one space. A hyphen at a line's end goes where the word without it is known and the word with
 * it is not; in doubt it stays. Browsers print U+2010 there.
 */
export function joinLines(lines: readonly Line[], options: JoinOptions): string {
  const pieces: string[] = [];
  for (const { text } of lines) {
    const last = pieces.at(-1);
    const head = last && /([\p{L}]+(?:[-‐][\p{L}]+)*)[-‐]$/u.exec(last.slice(-100))?.[1];
    const tail = /^\p{Ll}[\p{L}]*/u.exec(text)?.[0];
    if (last === undefined || head === undefined || tail === undefined) {
      // 'the Anglo-' before 'Saxon' keeps its hyphen and gets no space.
      const glued = last === undefined || (head !== undefined && /^\p{L}/u.test(text));
      pieces.push(glued ? text : ` ${text}`);
    } else if (isHyphenated(head, tail, options)) {
      options.joinedWords.push(`${head}-${tail} → ${head}${tail}`);
      pieces[pieces.length - 1] = last.slice(0, -1);
      pieces.push(text);
    } else {
      pieces.push(text);
    }
  }
  return pieces.join('');
}

/** Whether the hyphen only marks the line's end: the text itself, then the word list, says how the word is spelt. */
function isHyphenated(head: string, tail: string, { vocabulary, isWord }: JoinOptions): boolean {
  const joined = `${head}${tail}`.toLowerCase();
  if (vocabulary.has(`${head}-${tail}`.toLowerCase())) return false;
  // 'well-estab-' before 'lished': the last part is the word that was broken.
  return vocabulary.has(joined) || isWord(joined.replace(/^.*[-‐]/, ''));
}

/** Joined words that a note names one by one. */
const MAX_NAMED_WORDS = 40;

/** A note that names what was put together; none when nothing was. */
export function joinedWordsNote(words: readonly string[]): readonly string[] {
  if (words.length === 0) return [];
  const more = words.length > MAX_NAMED_WORDS ? `, and ${words.length - MAX_NAMED_WORDS} more` : '';
  const named = words.slice(0, MAX_NAMED_WORDS).join(', ');
  return [`${countNoun(words.length, 'word')} hyphenated at a line's end put together: ${named}${more}.`];
}
