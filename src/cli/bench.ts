import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { readWholeNumber } from './read-whole-number.ts';

export const summary = 'Measures speed and memory on made-up articles, or on a dataset.';
export const usage = '[--articles NUMBER | --dataset DIR]';
export const options = {
  articles: { kind: 'text', value: 'NUMBER', help: 'how many, from 1 to 9999 (default: 20)' },
  dataset: { kind: 'text', value: 'DIR', help: 'measure on its articles and questions instead' },
} as const satisfies OptionTable;

const MOST = 9999;

export async function run(
  { values }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const articles = readWholeNumber(values.articles) ?? 20;
  if (articles === 'invalid' || articles < 1 || articles > MOST)
    throw misuse('bench', { usage }, `--articles takes a number from 1 to ${MOST}.`);
  const figures = await services.bench({ articles, dataset: values.dataset });
  for (const [name, value] of figures) stdout.write(`${name.padEnd(56)}${value}\n`);
  return 0;
}
