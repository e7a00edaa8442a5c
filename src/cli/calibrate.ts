import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { readWholeNumber } from './read-whole-number.ts';

export const summary = 'Fits the decision whether to answer on datasets of questions.';
export const usage = 'DATASET_DIR… [--seed NUMBER] [--dry-run]';
export const options = {
  seed: { kind: 'text', value: 'NUMBER', help: 'of the random numbers (default: 1)' },
  dryRun: { kind: 'switch', help: 'only print the coefficients' },
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  if (args.length === 0) throw misuse('calibrate', { usage }, 'Name at least one dataset folder.');
  const seed = readWholeNumber(values.seed) ?? 1;
  if (seed === 'invalid') throw misuse('calibrate', { usage }, '--seed takes a whole number.');
  stdout.write(await services.calibrate({ folders: args, seed, dryRun: values.dryRun }));
  return 0;
}
