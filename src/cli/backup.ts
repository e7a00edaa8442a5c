import { countNoun } from '../text/count-noun.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';

export const summary = 'Copies all that the store holds into a file, while the bot runs.';
export const usage = 'FILE';
export const options = {} as const satisfies OptionTable;

export async function run(
  { args }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) throw misuse('backup', { usage }, 'Name one file.');
  const { store, rows, schema } = await services.backUp(file);
  stdout.write(
    `${countNoun(rows, 'row')} of ${store} (schema ${schema}) are in ${file}. It holds what people have asked: keep it as safe as the store.\n`,
  );
  return 0;
}
