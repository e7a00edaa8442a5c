import type { Span } from '../../domain/span.ts';

/** What Discord gives a meaning to wherever it stands: emphasis, code, spoilers, links, mentions, emoji, URLs. */
const ALWAYS = /[\\*_~`|<>[\]:@]/g;

/** What Discord gives a meaning to at the start of a line: headings, small print, lists. */
const AT_LINE_START = /^[^\S\n]*(?:[-+#]|\d+[.)])/gm;

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Offsets of the characters that a backslash has to stand before. */
function dangerousOffsets(text: string): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const match of text.matchAll(ALWAYS)) offsets.add(match.index);
  for (const match of text.matchAll(AT_LINE_START)) offsets.add(match.index + match[0].length - 1);
  return offsets;
}

/** The same text for a reader of Discord: nothing in it formats, links or mentions. Only backslashes are added. */
export function escapeMarkdown(text: string): string {
  return markUp(text, []);
}

/**
 * The text as a quoted block with the highlights in bold. Taking away `> ` at line starts, `**` and backslash
 * escapes gives `text` again, whatever it holds.
 */
export function quoteMarkdown(text: string, highlights: readonly Span[] = []): string {
  return `> ${markUp(text, boldRuns(text, highlights)).replaceAll('\n', '\n> ')}`;
}

function markUp(text: string, bold: readonly Span[]): string {
  const dangerous = dangerousOffsets(text);
  const marks = new Set(bold.flatMap((run) => [run.start, run.end]));
  let shown = '';
  for (let offset = 0; offset < text.length; offset += 1) {
    if (marks.has(offset)) shown += '**';
    if (dangerous.has(offset)) shown += '\\';
    shown += text.charAt(offset);
  }
  return marks.has(text.length) ? `${shown}**` : shown;
}

/**
 * Runs that Discord surely sets in bold: each inside one line, from a letter or digit to a letter or digit,
 * never touching, because `****` between two of them would show. A space or a hyphen between two joins them.
 */
function boldRuns(text: string, highlights: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const part of highlights.flatMap((highlight) => splitAtLines(text, highlight))) {
    const run = trimEdges(text, part);
    const last = runs.at(-1);
    if (run.start >= run.end || (last && run.start < last.end)) continue;
    if (last && /^[ -]?$/.test(text.slice(last.end, run.start)))
      runs[runs.length - 1] = { ...last, end: run.end };
    else runs.push(run);
  }
  return runs;
}

function splitAtLines(text: string, span: Span): readonly Span[] {
  const start = Math.max(0, span.start);
  const end = Math.min(text.length, span.end);
  const lines: Span[] = [];
  let from = start;
  while (from < end) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? end : Math.min(newline, end);
    lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}

function trimEdges(text: string, span: Span): Span {
  const inner = text.slice(span.start, span.end);
  const kept = inner.replaceAll(EDGES, '');
  if (kept === '') return { start: span.start, end: span.start };
  const start = span.start + inner.indexOf(kept);
  return { start, end: start + kept.length };
}
