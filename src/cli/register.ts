import type { CommandContext, CommandInput, OptionTable } from './command.ts';

export const summary = "Registers the bot's slash commands with Discord.";
export const usage = '[--guild ID] [--clear]';
export const options = {
  guild: { kind: 'text', value: 'ID', help: 'only in this server, where they show at once' },
  clear: { kind: 'switch', help: 'remove them instead' },
} as const satisfies OptionTable;

export async function run(
  { values: { guild, clear } }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const { commands, changed, otherScopeCleared } = await services.registerCommands({ guildId: guild, clear });
  const where = guild === undefined ? 'everywhere' : `in the server ${guild}`;
  const moved = otherScopeCleared ? ' Copies elsewhere were removed, so that nothing shows twice.' : '';
  const same = changed ? '' : ' They were already, just as they are.';
  stdout.write(`${commands} commands are registered ${where}.${same}${moved}\n`);
  return 0;
}
