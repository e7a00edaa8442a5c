import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { readWholeNumber } from './read-whole-number.ts';

export const summary = 'Makes two datasets of XQuAD, one to develop on and one to test.';
export const usage = 'XQUAD_EN_JSON OUT_DIR [--seed NUMBER]';
export const options = {
  seed: { kind: 'text', value: 'NUMBER', help: 'of the random numbers (default: 1)' },
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const [input, output] = args;
  const seed = readWholeNumber(values.seed) ?? 1;
  if (input === undefined || output === undefined || args.length > 2)
    throw misuse('prepare-xquad', { usage }, 'Name the file and a folder for the two halves.');
  if (seed === 'invalid') throw misuse('prepare-xquad', { usage }, '--seed takes a whole number.');
  for (const line of await services.prepareXquad({ input, output, seed })) stdout.write(`${line}\n`);
  return 0;
}
