import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { readWholeNumber } from './read-whole-number.ts';

export const summary = 'Measures speed and memory on made-up articles.';
export const usage = '[--articles NUMBER]';
export const options = {
  articles: { kind: 'text', value: 'NUMBER', help: 'how many, from 1 to 9999 (default: 20)' },
} as const satisfies OptionTable;

const MOST = 9999;

export async function run(
  { values }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const articles = readWholeNumber(values.articles) ?? 20;
  if (articles === 'invalid' || articles < 1 || articles > MOST)
    throw misuse('bench', { usage }, `--articles takes a number from 1 to ${MOST}.`);
  for (const [name, value] of await services.bench(articles)) stdout.write(`${name.padEnd(44)}${value}\n`);
  return 0;
}
