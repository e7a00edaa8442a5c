import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { openTerminal } from './open-terminal.ts';
import { misuse } from './parse-arguments.ts';
import { runAdd } from './run-add.ts';
import { updateIndex } from './update-index.ts';

export const summary = 'Adds files, folders and web pages to the corpus, and indexes them.';
export const usage =
  'PATH|URL… [--title "…"] [--dry-run] [--yes] [--verbose] [--keep-all] [--corpus DIR] [--index DIR]';
export const options = {
  title: { kind: 'text', value: 'TITLE', help: 'the title of the one article that is added' },
  dryRun: { kind: 'switch', help: 'only show what would be added' },
  yes: { kind: 'switch', short: 'y', help: 'add without asking' },
  verbose: {
    kind: 'switch',
    short: 'v',
    help: 'show all that is known of each file, with every removed line',
  },
  keepAll: { kind: 'switch', help: 'remove nothing: no adverts, no notices, no page furniture' },
  ...FOLDER_OPTIONS,
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  context: CommandContext,
): Promise<number> {
  if (args.length === 0) throw misuse('add', { usage }, 'Name a file, a folder, a pattern or an address.');
  const workspace = await context.services.openWorkspace(values);
  const imports = await context.services.openImports(values);
  const terminal = openTerminal(context);
  try {
    return await runAdd(
      { ...values, sources: args },
      {
        ...terminal,
        ...imports,
        reindex: async () =>
          updateIndex(await workspace.readCorpus(), { stream: context.stderr, now: context.now }),
        today: context.now().toISOString().slice(0, 10),
      },
    );
  } finally {
    terminal.close();
    await imports.close();
  }
}
