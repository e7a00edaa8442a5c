import type { RemovedLine } from '../../domain/importing.ts';
import type { PdfLine } from './read-pdf-lines.ts';

/** Lines at each end of a page that may be its header or footer. */
const EDGE_LINES = 3;
/** Characters that two headers of one chapter have in common. */
const LIKE_OPENING = 12;
/** Points that a header may wander from page to page. */
const TOLERANCE = 4;

const PAGE_NUMBER =
  /^(?:page|p\.|seite)?[\s–—-]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von)\s*\d{1,4})?[\s–—-]*$/i;

/**
 * Takes out page numbers and running headers and footers: lines at the edge of a page that repeat on half of the
 * pages, that count the pages up, that a neighbouring page has at the same height, or that stand where such lines
 * stand on other pages.
 */
export function removePageFurniture(
  lines: readonly PdfLine[],
  pages: number,
): { readonly lines: readonly PdfLine[]; readonly removed: readonly RemovedLine[] } {
  const edges = findEdges(lines);
  const groups = new Map<string, Set<number>>();
  for (const { line, edge } of edges.flat()) {
    for (const key of keysOf(line, edge))
      groups.set(key, (groups.get(key) ?? new Set<number>()).add(line.page));
  }
  const running = findRunningLines(edges);
  const reasons = new Map<PdfLine, string>();
  for (const candidates of edges) {
    const judged = candidates.map((candidate) => {
      const repeats = Math.max(
        ...keysOf(candidate.line, candidate.edge).map((key) => groups.get(key)?.size ?? 0),
      );
      const runs = running.has(candidate.line);
      return { ...candidate, repeats, runs, reason: reasonFor(candidate, { repeats, pages, runs }) };
    });
    const stop = judged.findIndex(({ reason }) => reason === undefined);
    const outer = stop < 0 ? judged : judged.slice(0, stop);
    // The text begins after the last gap; lines close to it belong to it, save an outermost one seen on many pages.
    const last = outer.findLastIndex(
      ({ gap, repeats, runs }, index) => gap || (index === 0 && (runs || repeats >= 3)),
    );
    for (const { line, reason } of outer.slice(0, last + 1)) reasons.set(line, reason ?? '');
  }
  const removed = lines.flatMap((line) => {
    const reason = reasons.get(line);
    return reason === undefined ? [] : [{ line: line.number, text: line.text, reason }];
  });
  return { lines: lines.filter((line) => !reasons.has(line)), removed };
}

type Edge = 'header' | 'footer';

interface EdgeLine {
  readonly line: PdfLine;
  readonly edge: Edge;
  /** Whether it stands clear of the next line towards the text. */
  readonly gap: boolean;
}

function reasonFor(
  { line, edge }: EdgeLine,
  count: { readonly repeats: number; readonly pages: number; readonly runs: boolean },
): string | undefined {
  const repeated = count.runs || (count.repeats >= 2 && count.repeats >= count.pages / 2);
  if (PAGE_NUMBER.test(line.text) && (repeated || /^page\s*\d/i.test(line.text))) return 'page number';
  if (!repeated) return undefined;
  return edge === 'header' ? 'repeated page header' : 'repeated page footer';
}

/** Pages that a line has to be alike with; left and right pages alternate. */
const NEIGHBOURS = [-2, -1, 1, 2];
/** So many pages make the height of their outermost line that of the running lines. */
const BAND_PAGES = 3;

/** Outermost lines that belong to a series over the pages. */
function findRunningLines(edges: readonly (readonly EdgeLine[])[]): ReadonlySet<PdfLine> {
  const running = new Set<PdfLine>();
  for (const edge of ['header', 'footer'] as const) {
    const outermost = edges.flatMap(([first]) => (first?.edge === edge ? [first] : []));
    const byPage = new Map(outermost.map((entry) => [entry.line.page, entry.line]));
    const alike = outermost.filter(({ line, gap }) =>
      NEIGHBOURS.some((step) => {
        const other = byPage.get(line.page + step);
        return other !== undefined && isSameSeries(line, other, gap);
      }),
    );
    for (const { line } of alike) running.add(line);
    const heights = alike.map(({ line }) => line.y);
    for (const { line, gap } of outermost) {
      const level = heights.filter((y) => Math.abs(y - line.y) <= 1).length;
      if (gap && level >= BAND_PAGES && level >= outermost.length / 4) running.add(line);
    }
  }
  return running;
}

function isSameSeries(line: PdfLine, other: PdfLine, gap: boolean): boolean {
  if (Math.abs(line.y - other.y) > TOLERANCE || Math.abs(line.size - other.size) > 1) return false;
  const offset = pageOffsets(line);
  if (pageOffsets(other).some((each) => offset.includes(each))) return true;
  if (!gap || line.text.length <= 3) return false;
  return line.text === other.text || sharedOpening(line.text, other.text) >= LIKE_OPENING;
}

/** Characters with which both begin: 'CHAPTER 5. OF BOATS … 5.1' and '… 5.2' are one series. */
function sharedOpening(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Numbers at either end of the line less the page's own: a series of page numbers has one offset. */
function pageOffsets({ text, page }: PdfLine): readonly number[] {
  const ends = [
    /^(\d{1,4}|[ivxl]{1,7})(?=\s|$)/.exec(text)?.[1],
    /(?:^|\s)(\d{1,4}|[ivxl]{1,7})$/.exec(text)?.[1],
  ];
  return ends.flatMap((end) => (end === undefined ? [] : [numberOf(end) - page]));
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const digits = Array.from(text, (letter) => ROMAN[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/** The lines at each end of each page, the outermost first. */
function findEdges(lines: readonly PdfLine[]): readonly (readonly EdgeLine[])[] {
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  return [...pages.values()].flatMap((page) => {
    const sorted = [...page].sort((a, b) => b.y - a.y);
    // A page of few lines is all edge; its text must not be taken for a header.
    const count = Math.min(EDGE_LINES, Math.floor(sorted.length / 2));
    const take = (ordered: readonly PdfLine[], edge: Edge): readonly EdgeLine[] =>
      ordered.slice(0, count).map((line, index) => {
        const next = ordered[index + 1];
        return { line, edge, gap: next === undefined || Math.abs(next.y - line.y) > line.size * 1.9 };
      });
    return [take(sorted, 'header'), take(sorted.toReversed(), 'footer')];
  });
}

/** Same words but for digits, same size, same height: each height counts for its neighbours, too. */
function keysOf(line: PdfLine, edge: Edge): readonly string[] {
  const words = PAGE_NUMBER.test(line.text) ? '#' : line.text.replace(/\d+/g, '#').toLowerCase();
  const step = Math.floor(line.y / TOLERANCE);
  return [step, step + 1].map((height) => [edge, words, Math.round(line.size), height].join('\0'));
}
