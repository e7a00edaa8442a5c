import type { CommandContext, CommandInput, OptionTable } from './command.ts';

export const summary = 'Runs the Discord bot until it is told to stop.';
export const usage = '';
export const options = {} as const satisfies OptionTable;

export function run(_: CommandInput<typeof options>, { services }: CommandContext): Promise<number> {
  return services.runBot();
}
