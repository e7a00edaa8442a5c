import { countNoun } from '../text/count-noun.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';

export const summary = 'Puts a backup into the store, all of it or nothing.';
export const usage = 'FILE [--replace]';
export const options = {
  replace: { kind: 'switch', help: 'even if the store is not empty: what it holds goes' },
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) throw misuse('restore', { usage }, 'Name one file.');
  const { store, rows } = await services.restore(file, values);
  stdout.write(`${countNoun(rows, 'row')} were put into ${store}. If the bot runs on it, start it anew.\n`);
  return 0;
}
