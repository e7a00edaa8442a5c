import type { TextGroup, TextLine } from './text-lines.ts';

/** Hard-wrapped lines are at most this long; longer lines are paragraphs of their own. Columns. */
const WIDEST_WRAP = 120;
/** Below this the lines are verse, a list or a table, not wrapped prose. Columns. */
const NARROWEST_WRAP = 45;
/** A wrapped line is full: the next word would have made it longer than the longest line but for this. Columns. */
const SLACK = 6;
/** Share of the line ends that have to lie inside of sentences. */
const WRAPPED_SHARE = 0.4;

const SENTENCE_END = /[.!?:;]["'”’»)\]]*$|["”»)\]]$/;

/**
 * The column that a text is wrapped at; undefined when each line is a paragraph. Wrapped lines are alike in
 * length and break off inside sentences. A few longer lines, such as addresses, do not matter.
 */
export function measureWrap(groups: readonly TextGroup[]): number | undefined {
  const pairs = groups.flatMap((group) => pairsOf(group));
  const ends = pairs.map(({ line }) => line.end).filter((end) => end <= WIDEST_WRAP);
  const width = ends.sort((a, b) => a - b)[Math.floor(ends.length * 0.95)] ?? 0;
  if (width < NARROWEST_WRAP) return undefined;
  const inside = pairs.filter(
    ({ line, next }) => !SENTENCE_END.test(line.text) && continuesLine(line, next, width),
  );
  return inside.length / pairs.length >= WRAPPED_SHARE ? width : undefined;
}

function pairsOf(group: TextGroup): readonly { readonly line: TextLine; readonly next: TextLine }[] {
  return group.flatMap((next, index) => {
    const line = group[index - 1];
    return line === undefined ? [] : [{ line, next }];
  });
}

/**
 * The width for one group: its own where it is narrower, such as an indented quotation, else the file's.
 * Fewer than three lines are too little to tell.
 */
export function widthOfGroup(group: TextGroup, fileWidth: number | undefined): number | undefined {
  const longest = Math.max(...group.map(({ end }) => end));
  if (fileWidth !== undefined && longest >= fileWidth - SLACK) return fileWidth;
  return (group.length >= 3 ? measureWrap([group]) : undefined) ?? fileWidth;
}

/** Whether `next` goes on with the paragraph that `line` belongs to, in a text wrapped at `width`. */
export function continuesLine(line: TextLine, next: TextLine, width: number): boolean {
  const firstWord = /^\S*/.exec(next.text)?.[0].length ?? 0;
  const ended = SENTENCE_END.test(line.text);
  // The first line of a paragraph in a book is indented.
  if (next.indent > line.indent + 1 && ended) return false;
  if (line.end + 1 + firstWord > width - SLACK) return true;
  return /^\p{Ll}/u.test(next.text) && !/[.!?:]$/.test(line.text);
}
