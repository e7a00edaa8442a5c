import { parseArgs } from 'node:util';
import { VerbatimError } from '../domain/errors.ts';

/** `npm run remove` as it was typed. */
export interface RemoveCommand {
  readonly ids: readonly string[];
  readonly yes: boolean;
  readonly corpus: string | undefined;
  readonly index: string | undefined;
}

export const REMOVE_USAGE = 'npm run remove -- ID… [--yes] [--corpus DIR] [--index DIR]';

/** @throws VerbatimError usage, and what parseArgs throws at an unknown option */
export function readRemoveCommand(args: readonly string[]): RemoveCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      yes: { type: 'boolean', short: 'y', default: false },
      corpus: { type: 'string' },
      index: { type: 'string' },
    },
  });
  if (positionals.length === 0)
    throw new VerbatimError('usage', `Name the id of an article: ${REMOVE_USAGE}`);
  return { ids: positionals, yes: values.yes, corpus: values.corpus, index: values.index };
}
