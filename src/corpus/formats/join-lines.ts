import { amount } from '../tidy-characters.ts';

interface TextLine {
  readonly text: string;
}

/** Words of the whole text in lower case: how it spells a word elsewhere decides about a hyphen. */
export function collectVocabulary(lines: readonly TextLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const word of text.toLowerCase().match(/[\p{L}-]+/gu) ?? []) words.add(word);
  return words;
}

export interface JoinOptions {
  readonly vocabulary: ReadonlySet<string>;
  /** Gets every word that was put together, such as `de-fence → defence`. */
  readonly joinedWords: string[];
}

/**
 * Soft wraps become one space, a word that was hyphenated at a line's end becomes one word. Browsers print
 * U+2010 there.
 */
export function joinLines(lines: readonly TextLine[], { vocabulary, joinedWords }: JoinOptions): string {
  const pieces: string[] = [];
  for (const { text } of lines) {
    const last = pieces.at(-1);
    const head = last && /([\p{L}]+(?:[-‐][\p{L}]+)*)[-‐]$/u.exec(last.slice(-100))?.[1];
    const tail = /^\p{Ll}[\p{L}]*/u.exec(text)?.[0];
    if (last === undefined || head === undefined || tail === undefined) {
      // 'the Anglo-' before 'Saxon' keeps its hyphen and gets no space.
      const glued = last === undefined || (head !== undefined && /^\p{L}/u.test(text));
      pieces.push(glued ? text : ` ${text}`);
    } else if (keepsHyphen(head, tail, vocabulary)) {
      pieces.push(text);
    } else {
      joinedWords.push(`${head}-${tail} → ${head}${tail}`);
      pieces[pieces.length - 1] = last.slice(0, -1);
      pieces.push(text);
    }
  }
  return pieces.join('');
}

/** Prefixes that keep their hyphen more often than not. */
const PREFIX =
  /^(?:self|non|ex|well|long|short|half|cross|all|anti|semi|so|mid|pro|full|high|low|two|three|four|five|ten|\d+)$/i;

/** 'long-term': the text itself says how the word is spelt elsewhere; else the usual prefixes decide. */
function keepsHyphen(head: string, tail: string, vocabulary: ReadonlySet<string>): boolean {
  if (vocabulary.has(`${head}${tail}`.toLowerCase())) return false;
  if (vocabulary.has(`${head}-${tail}`.toLowerCase()) || head.includes('-')) return true;
  return PREFIX.test(head);
}

/** Joined words that a note names one by one. */
const MAX_NAMED_WORDS = 40;

/** A note that names what was put together; none when nothing was. */
export function joinedWordsNote(words: readonly string[]): readonly string[] {
  if (words.length === 0) return [];
  const more =
    words.length > MAX_NAMED_WORDS ? `, and ${amount(words.length - MAX_NAMED_WORDS, 'more')}` : '';
  const named = words.slice(0, MAX_NAMED_WORDS).join(', ');
  return [`${amount(words.length, 'word')} hyphenated at a line's end put together: ${named}${more}.`];
}
