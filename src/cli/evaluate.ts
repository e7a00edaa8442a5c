import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { readWholeNumber } from './read-whole-number.ts';
import type { EvaluationFigures } from './services.ts';

export const summary = 'Measures the answers on datasets of questions.';
export const usage =
  'DATASET_DIR… [--json] [--part fit|look] [--typos SEED] [--predictions FILE] [--system NAME|all]';
export const options = {
  json: { kind: 'switch', help: 'print the figures as one line of JSON' },
  part: { kind: 'text', value: 'PART', help: 'only what is fitted on (fit), or what is kept aside (look)' },
  typos: { kind: 'text', value: 'SEED', help: 'put a typo into every question' },
  predictions: { kind: 'text', value: 'FILE', help: 'write one JSON line a question, for others to score' },
  system: { kind: 'text', value: 'NAME', help: 'only this system, or all (default: verbatim, dense, bm25)' },
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  if (args.length === 0) throw misuse('evaluate', { usage }, 'Name at least one dataset folder.');
  const typoSeed = readWholeNumber(values.typos);
  if (typoSeed === 'invalid') throw misuse('evaluate', { usage }, '--typos takes a whole number.');
  const figures = await services.evaluate({
    folders: args,
    system: values.system,
    typoSeed,
    part: values.part,
    predictionsFile: values.predictions,
  });
  const [only, ...others] = Object.values(figures);
  const shown = only && others.length === 0 ? only : bySystemAndSet(figures);
  stdout.write(values.json ? `${JSON.stringify(shown)}\n` : renderTable(shown));
  return 0;
}

/** Several data sets side by side, under the set's name, and the system's where it is not Verbatim. */
function bySystemAndSet(figures: Readonly<Record<string, EvaluationFigures>>): EvaluationFigures {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([set, systems]) =>
      Object.entries(systems).map(([system, metrics]) => [
        system === 'verbatim' ? set : `${set} ${system}`,
        metrics,
      ]),
    ),
  );
}

/** One column a system, one line a figure. */
function renderTable(systems: EvaluationFigures): string {
  const names = Object.keys(systems);
  // A curve is for `--json` and for drawing.
  const keys = Object.entries(Object.values(systems)[0] ?? {}).flatMap(([key, value]) =>
    Array.isArray(value) ? [] : [key],
  );
  const cell = (value: unknown): string => {
    if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(3);
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value)
        .map(([key, number]) => `${key} ${Number(number).toFixed(1)}`)
        .join(', ');
    }
    return '';
  };
  const lines = keys.map((key) => {
    const values = names.map((name) =>
      cell(new Map(Object.entries(systems[name] ?? {})).get(key)).padEnd(22),
    );
    return `${key.padEnd(22)}${values.join('')}\n`;
  });
  return `${'figure'.padEnd(22)}${names.map((name) => name.padEnd(22)).join('')}\n${lines.join('')}`;
}
