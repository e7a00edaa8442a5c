import type { TextGroup } from './text-lines.ts';

/** Longer lines are paragraphs, and looking at all of their characters would take long. Columns. */
const WIDEST = 300;

function isNarrow(group: TextGroup): boolean {
  return group.every(({ end }) => end <= WIDEST);
}

/** 'Fares .......... 12' */
const LEADERS = /(?:\.[ \t]?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})?$/i;
const PAGE_AT_END = /\S {3,}\d{1,4}$/;

/** Lines of a table of contents: dots that lead to a page, or page numbers in a column. */
export function isContents(group: TextGroup): boolean {
  if (!isNarrow(group)) return false;
  const share = (pattern: RegExp): number =>
    group.filter(({ text }) => pattern.test(text)).length / group.length;
  return share(LEADERS) >= 0.6 || (group.length >= 4 && share(PAGE_AT_END) >= 0.8);
}

const CODE_SIGN =
  /[{}();=<>|$\\`]|^[%#$>]\s|(?:^|\s)--?[a-z]\w*|^[\w.-]+:\s*$|(?:^|\s)[~/]?[\w.-]*\/[\w./-]+|^[A-Z][\w-]+: \S/;
const STATEMENT = /[;{}]$|^[}\])]/;

/** Lines of a program or a file: deeper than the text and full of signs, or nearly all of them statements. */
export function isCode(group: TextGroup, textIndent: number): boolean {
  if (!isNarrow(group)) return false;
  const share = (pattern: RegExp): number =>
    group.filter(({ text }) => pattern.test(text)).length / group.length;
  if (group.length >= 2 && share(STATEMENT) >= 0.7) return true;
  const indented = group.every(({ indent }) => indent >= textIndent + 2);
  const prose = group.filter(({ text }) => /(?:\p{Ll}{2,}[,.]? ){4}/u.test(text)).length / group.length;
  return indented && prose <= 0.2 && share(CODE_SIGN) >= 0.5;
}

/** A gap between columns; typists leave two spaces after a full stop. */
const GAP = /[^\s.!?:] {2,}\S/;

/** Lines that stand in columns without a sign of which is the head. */
export function isAligned(group: TextGroup): boolean {
  return (
    group.length >= 3 &&
    isNarrow(group) &&
    group.filter(({ text }) => GAP.test(text)).length / group.length >= 0.8
  );
}

const BOX_RULE = /^\+(?:[-=]+\+)+$/;
const COLUMN_RULE = /^[-=]{2,}(?: +[-=]{2,})+$/;

/** The rows of a table drawn with rules, the first one its head; undefined when the lines are no such table. */
export function readDrawnTable(group: TextGroup): readonly (readonly string[])[] | undefined {
  if (BOX_RULE.test(group[0].text)) return readBox(group);
  const rule = group.findIndex(({ text }) => COLUMN_RULE.test(text));
  if (rule < 0 || rule > 2 || group.length < 3) return undefined;
  return readColumns(group, rule);
}

/** `| a | b |` between rules; the lines of a cell are joined. */
function readBox(group: TextGroup): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let open: string[] | undefined;
  for (const { text } of group) {
    if (BOX_RULE.test(text)) {
      open = undefined;
      continue;
    }
    if (!text.startsWith('|') || !text.endsWith('|')) return undefined;
    const cells = text.slice(1, -1).split('|');
    if (open && open.length !== cells.length) return undefined;
    if (open) cells.forEach((cell, i) => open?.splice(i, 1, `${open[i] ?? ''} ${cell.trim()}`.trim()));
    else rows.push((open = cells.map((cell) => cell.trim())));
  }
  const width = rows[0]?.length ?? 0;
  return rows.length >= 2 && rows.every((row) => row.length === width) ? rows : undefined;
}

/** Columns as the rule draws them; a line that crosses a gap is no row of such a table. */
function readColumns(group: TextGroup, rule: number): readonly (readonly string[])[] | undefined {
  const drawn = group[rule];
  if (drawn === undefined) return undefined;
  const starts = Array.from(drawn.text.matchAll(/[-=]+/g), ({ index }) => drawn.indent + index);
  const rows: string[][] = [];
  for (const { text, indent } of group) {
    if (COLUMN_RULE.test(text)) continue;
    const line = ' '.repeat(indent) + text;
    if (starts.some((start) => start > 0 && /\S/.test(line[start - 1] ?? ' '))) return undefined;
    const cells = starts.map((start, i) => line.slice(i === 0 ? 0 : start, starts[i + 1]).trim());
    const last = rows.at(-1);
    // A line without a first cell goes on with the row above.
    if (cells[0] === '' && last)
      cells.forEach((cell, i) => last.splice(i, 1, `${last[i] ?? ''} ${cell}`.trim()));
    else rows.push(cells);
  }
  return rows.length >= 2 ? rows : undefined;
}
