import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { runHealth } from './run-doctor.ts';

export const summary = 'Says in one line whether the bot runs and can answer; exits with 1 when not.';
export const usage = '';
export const options = {} as const satisfies OptionTable;

/** Milliseconds: who watches the bot does not wait for long. */
const PATIENCE = 20_000;

export async function run(
  { args }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  if (args.length > 0) throw misuse('health', { usage }, 'It takes no arguments.');
  return runHealth(await services.listHealthChecks(), {
    print: (line) => void stdout.write(`${line}\n`),
    timeoutMs: PATIENCE,
  });
}
