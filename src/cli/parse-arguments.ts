import { Command, CommanderError } from 'commander';
import { VerbatimError } from '../domain/errors.ts';
import type { CommandInput, CommandModule, OptionTable } from './command.ts';

/**
 * Reads a command line by the command's option table. commander does it rather than `util.parseArgs`, because it
 * prints help, knows `--title=x`, and proposes the option that was meant; it has no dependencies and is maintained.
 * @returns the help text when that was asked for
 * @throws VerbatimError usage
 */
export function parseArguments(
  name: string,
  command: CommandModule,
  argv: readonly string[],
): CommandInput<OptionTable> | { readonly help: string } {
  let help = '';
  const parser = new Command(`npm run ${name} --`)
    .usage(command.usage)
    .description(command.summary)
    .argument('[arguments...]')
    .helpOption('-h, --help', 'show this')
    .exitOverride()
    .configureOutput({ writeOut: (text) => (help += text), writeErr: () => undefined })
    .configureHelp({ visibleArguments: () => [] });
  for (const [key, option] of Object.entries(command.options)) {
    const long = `--${toKebab(key)}`;
    if (option.kind === 'text') parser.option(`${long} <${option.value}>`, option.help);
    else parser.option(option.short === undefined ? long : `-${option.short}, ${long}`, option.help);
  }
  try {
    parser.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return { help };
    throw misuse(name, command, sentence(error.message));
  }
  return { values: readValues(command.options, parser.opts()), args: parser.args };
}

/** What is wrong with a command line, with the command's usage. */
export function misuse(
  name: string,
  { usage }: Pick<CommandModule, 'usage'>,
  problem: string,
): VerbatimError {
  return new VerbatimError('usage', `${problem} Usage: npm run ${name} -- ${usage}`);
}

function readValues(
  options: OptionTable,
  parsed: Readonly<Record<string, unknown>>,
): CommandInput<OptionTable>['values'] {
  const values: Record<string, boolean | string | undefined> = {};
  for (const [key, { kind }] of Object.entries(options)) {
    const value = parsed[key];
    values[key] = kind === 'switch' ? value === true : typeof value === 'string' ? value : undefined;
  }
  return values;
}

/** "error: unknown option '--jsn'\n(Did you mean --json?)" as a sentence. */
function sentence(message: string): string {
  const text = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!)]$/.test(text) ? '' : '.'}`;
}

function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
