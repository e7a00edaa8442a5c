import type { AnswerTrace } from '../domain/library.ts';

/** Characters of a candidate's text that are shown. */
const TEXT_WIDTH = 60;
/** Characters of what the reader points at that are shown. */
const SPAN_WIDTH = 24;

/** The candidates with each signal and the decision's inputs, as tables for a terminal. */
export function renderExplanation(trace: AnswerTrace | undefined): string {
  if (!trace) return 'Nothing was found, so nothing was weighed.';
  const { candidates, decision, score, thresholds } = trace;
  const names = [...new Set(candidates.flatMap(({ signals }) => Object.keys(signals)))];
  const ranking = alignColumns([
    ['', ...names, 'article', '¶', 'points at', 'text'],
    ...candidates.map(({ text, articleId, paragraph, span, signals }, i) => [
      String(i + 1),
      ...names.map((name) => fixed(signals[name])),
      articleId,
      String(paragraph),
      span === undefined ? '' : shorten(span, SPAN_WIDTH),
      shorten(text, TEXT_WIDTH),
    ]),
  ]);
  const inputs = alignColumns([
    ['input', 'value', 'weight', 'contribution'],
    ...decision.map(({ name, value, weight, contribution }) => [
      name,
      fixed(value),
      fixed(weight),
      fixed(contribution),
    ]),
  ]);
  const verdict = `score ${fixed(score)}; an answer needs ${fixed(thresholds.weak)}, a sure one ${fixed(thresholds.strong)}`;
  return ['Candidates, best first', ...ranking, '', 'Decision', ...inputs, verdict].join('\n');
}

function fixed(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(3);
}

function shorten(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}

function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
