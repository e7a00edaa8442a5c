import type { Draft, ImportBlock } from '../import/draft.ts';
import type { JoinOptions } from './join-lines.ts';
import { collectVocabulary, joinedWordsNote, joinLines } from './join-lines.ts';

/** Lines of hard-wrapped text are at most this long; longer lines are paragraphs of their own. Characters. */
const WIDEST_WRAP = 100;
/** Below this the lines are verse, a list or a table, not wrapped prose. Characters. */
const NARROWEST_WRAP = 45;
/** A wrapped line is full: the next word would have made it longer than the longest line but for this. */
const SLACK = 6;

interface Line {
  readonly text: string;
  readonly number: number;
}

/**
 * Plain text: one paragraph a line, or hard-wrapped lines that are joined by one space. Which of the two is
 * seen from the lines: wrapped ones are alike in length and break off inside sentences.
 */
export function draftFromText(text: string, firstLine = 1): Draft {
  const lines = text
    .split('\n')
    .map((line, index): Line => ({ text: line.trim(), number: index + firstLine }));
  const width = wrapWidth(lines);
  const join: JoinOptions = {
    vocabulary: width === undefined ? new Set() : collectVocabulary(lines),
    joinedWords: [],
  };
  const blocks = groupLines(lines, width).map((group): ImportBlock => {
    return { kind: 'paragraph', text: joinLines(group, join), line: group[0]?.number ?? firstLine };
  });
  const wrapped =
    width === undefined ? [] : [`Lines wrapped at about ${width} characters were joined into paragraphs.`];
  return { blocks, metadata: {}, removed: [], notes: [...wrapped, ...joinedWordsNote(join.joinedWords)] };
}

/** The lines of each paragraph, at least one. */
function groupLines(lines: readonly Line[], width: number | undefined): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    if (line.text === '') return;
    const previous = lines[index - 1]?.text ?? '';
    const joins = width !== undefined && previous !== '' && continuesLine(previous, line.text, width);
    if (joins) groups.at(-1)?.push(line);
    else groups.push([line]);
  });
  return groups;
}

/** The length of the longest line if the text is hard-wrapped; undefined when each line is a paragraph. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const width = lines.reduce((longest, line) => Math.max(longest, line.text.length), 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return undefined;
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]?.text ?? '';
    return line.text !== '' && next !== '' ? [{ line: line.text, next }] : [];
  });
  const inside = pairs.filter(
    ({ line, next }) => !/[.!?:;"”»)\]]$/.test(line) && continuesLine(line, next, width),
  );
  return pairs.length > 0 && inside.length / pairs.length >= 0.4 ? width : undefined;
}

function continuesLine(line: string, next: string, width: number): boolean {
  if (/^(?:[-*+•–]|\d{1,3}[.)])\s/.test(next)) return false;
  const firstWord = /^\S*/.exec(next)?.[0].length ?? 0;
  if (line.length + 1 + firstWord > width - SLACK) return true;
  return /^\p{Ll}/u.test(next) && !/[.!?:]$/.test(line);
}
