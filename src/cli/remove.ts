import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { openTerminal } from './open-terminal.ts';
import { misuse } from './parse-arguments.ts';
import { runRemove } from './run-remove.ts';
import { updateIndex } from './update-index.ts';

export const summary = 'Removes imported articles from the corpus and the index.';
export const usage = 'ID… | --all [--yes] [--corpus DIR] [--index DIR]';
export const options = {
  all: { kind: 'switch', help: 'every imported article' },
  yes: { kind: 'switch', short: 'y', help: 'remove without asking' },
  ...FOLDER_OPTIONS,
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  context: CommandContext,
): Promise<number> {
  if (args.length === 0 && !values.all) throw misuse('remove', { usage }, 'Name the id of an article.');
  if (args.length > 0 && values.all) throw misuse('remove', { usage }, 'Name ids, or say --all, not both.');
  const workspace = await context.services.openWorkspace(values);
  const imports = await context.services.openImports(values);
  const terminal = openTerminal(context);
  try {
    return await runRemove(
      { ids: values.all ? 'all' : args, yes: values.yes },
      {
        ...terminal,
        ...imports,
        reindex: async () => {
          const corpus = await workspace.readCorpus();
          const update = await updateIndex(corpus, { stream: context.stderr, now: context.now });
          await workspace.dropOlder();
          return update;
        },
      },
    );
  } finally {
    terminal.close();
    await imports.close();
  }
}
