import { VerbatimError } from '../domain/errors.ts';

/** A user's mistake: the command was not understood. */
const MISUSE = 2;
const FAILURE = 1;

/**
 * Runs a command's main function: a person's mistake ends in one message and a fitting exit code, without
 * a stack trace; anything else is our mistake and shows it.
 */
export function runMain(main: () => Promise<number | undefined> | Promise<void>): void {
  main().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error: unknown) => {
      process.exitCode = reportError(error);
    },
  );
}

function reportError(error: unknown): number {
  if (error instanceof VerbatimError) {
    process.stderr.write(`${error.message}\n`);
    return ['usage', 'config-invalid', 'question-empty', 'question-too-long', 'discord-token'].includes(
      error.code,
    )
      ? MISUSE
      : FAILURE;
  }
  if (isArgumentError(error)) {
    process.stderr.write(`${error.message}\n`);
    return MISUSE;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return FAILURE;
}

/** What node:util parseArgs throws at an option that it does not know. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
