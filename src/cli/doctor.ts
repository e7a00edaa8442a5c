import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { runDoctor } from './run-doctor.ts';

export const summary = 'Checks the installation and says what to do about what it finds.';
export const usage = '[--corpus DIR] [--index DIR]';
export const options = { ...FOLDER_OPTIONS } as const satisfies OptionTable;

export async function run(
  { values }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  return runDoctor(await services.listChecks(values), {
    print: (line) => void stdout.write(`${line}\n`),
  });
}
