import { parseArgs } from 'node:util';
import { VerbatimError } from '../domain/errors.ts';

/** `npm run add` as it was typed. */
export interface AddCommand {
  /** Paths, patterns and addresses. */
  readonly arguments: readonly string[];
  readonly title: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly keepAll: boolean;
  readonly corpus: string | undefined;
  readonly index: string | undefined;
}

export const ADD_USAGE =
  'npm run add -- PATH|URL… [--title "…"] [--dry-run] [--yes] [--keep-all] [--corpus DIR] [--index DIR]';

/** @throws VerbatimError usage, and what parseArgs throws at an unknown option */
export function readAddCommand(args: readonly string[]): AddCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      'keep-all': { type: 'boolean', default: false },
      corpus: { type: 'string' },
      index: { type: 'string' },
    },
  });
  if (positionals.length === 0) {
    throw new VerbatimError('usage', `Name a file, a folder, a pattern or an address: ${ADD_USAGE}`);
  }
  return {
    arguments: positionals,
    title: values.title,
    dryRun: values['dry-run'],
    yes: values.yes,
    keepAll: values['keep-all'],
    corpus: values.corpus,
    index: values.index,
  };
}
