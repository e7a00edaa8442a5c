import { VerbatimError } from '../domain/errors.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { CommandContext, CommandIo, CommandModule } from './command.ts';
import { FAILURE, MISUSE } from './command.ts';
import { parseArguments } from './parse-arguments.ts';

/** The commands in the order in which people meet them; each is loaded when it is run. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandModule>>> = {
  ask: () => import('./ask.ts'),
  lookup: () => import('./lookup.ts'),
  show: () => import('./show.ts'),
  cards: () => import('./cards.ts'),
  add: () => import('./add.ts'),
  articles: () => import('./articles.ts'),
  remove: () => import('./remove.ts'),
  index: () => import('./index.ts'),
  start: () => import('./start.ts'),
  register: () => import('./register.ts'),
  settings: () => import('./settings.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  health: () => import('./health.ts'),
  doctor: () => import('./doctor.ts'),
  evaluate: () => import('./evaluate.ts'),
  calibrate: () => import('./calibrate.ts'),
  feedback: () => import('./feedback.ts'),
  bench: () => import('./bench.ts'),
  'prepare-xquad': () => import('./prepare-xquad.ts'),
};

/** A user's mistake: the command cannot be carried out as it was given. */
const MISUSES: readonly ErrorCode[] = [
  'usage',
  'config-invalid',
  'question-empty',
  'question-too-long',
  'discord-token',
];

/**
 * Runs `<command> <arguments>`. A person's mistake ends in one message and a fitting exit code, without a stack
 * trace; anything else is our mistake and shows it.
 * @returns the exit code
 */
export async function runCommandLine(argv: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...args] = argv;
  try {
    if (name === undefined || ['help', '--help', '-h'].includes(name)) {
      context.stdout.write(await listCommands());
      return name === undefined ? MISUSE : 0;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) {
      const names = Object.keys(COMMANDS).join(', ');
      throw new VerbatimError('usage', `There is no command "${name}". There are: ${names}.`);
    }
    const command = await load();
    const parsed = parseArguments(name, command, args);
    if (!('help' in parsed)) return await command.run(parsed, context);
    context.stdout.write(parsed.help);
    return 0;
  } catch (error) {
    return reportError(error, context);
  }
}

async function listCommands(): Promise<string> {
  const lines = Object.entries(COMMANDS).map(
    async ([name, load]) => `  ${name.padEnd(14)}${(await load()).summary}\n`,
  );
  return `Usage: npm run COMMAND -- ARGUMENTS, or verbatim COMMAND ARGUMENTS\n\n${(await Promise.all(lines)).join('')}\nnpm run COMMAND -- --help says more.\n`;
}

function reportError(error: unknown, { stderr }: CommandIo): number {
  if (error instanceof VerbatimError) {
    stderr.write(`${error.message}\n`);
    return MISUSES.includes(error.code) ? MISUSE : FAILURE;
  }
  stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return FAILURE;
}
