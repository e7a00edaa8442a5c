import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { readWholeNumber } from './read-whole-number.ts';
import type { EvaluationFigures } from './services.ts';

export const summary = 'Measures the answers on a dataset of questions.';
export const usage = 'DATASET_DIR [--json] [--typos SEED] [--predictions FILE] [--system NAME|all]';
export const options = {
  json: { kind: 'switch', help: 'print the figures as one line of JSON' },
  typos: { kind: 'text', value: 'SEED', help: 'put a typo into every question' },
  predictions: { kind: 'text', value: 'FILE', help: 'write one JSON line a question, for others to score' },
  system: { kind: 'text', value: 'NAME', help: 'only this system, or all (default: verbatim, dense, bm25)' },
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const [folder] = args;
  if (folder === undefined || args.length > 1)
    throw misuse('evaluate', { usage }, 'Name one dataset folder.');
  const typoSeed = readWholeNumber(values.typos);
  if (typoSeed === 'invalid') throw misuse('evaluate', { usage }, '--typos takes a whole number.');
  const figures = await services.evaluate({
    folder,
    system: values.system,
    typoSeed,
    predictionsFile: values.predictions,
  });
  stdout.write(values.json ? `${JSON.stringify(figures)}\n` : renderTable(figures));
  return 0;
}

/** One column a system, one line a figure. */
function renderTable(systems: EvaluationFigures): string {
  const names = Object.keys(systems);
  const keys = Object.keys(Object.values(systems)[0] ?? {});
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
