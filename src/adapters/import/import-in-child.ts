import { VerbatimError } from '../../domain/errors.ts';
import { importFailed } from '../../domain/import-failed.ts';
import type { ImportedArticle, ImportOptions, ImportSource } from '../../domain/importing.ts';
import { ChildLost, runChild } from '../run-child.ts';

/** Milliseconds for one source: the 60 s that its thread has, and the start of the process. */
const TIMEOUT_MS = 75_000;
const ADVICE = 'Save the part that matters as plain text and add that.';

export type ImportInChild = (
  source: ImportSource,
  options: ImportOptions,
  signal?: AbortSignal,
) => Promise<ImportedArticle>;

/**
 * Reads each source in a process of its own, which ends with it: what a parser swallows is never the bot's memory.
 * @param entry the module that takes an ImportOrder @throws VerbatimError import-failed and those of the parsers
 */
export function openImportInChild(entry: URL, timeoutMs = TIMEOUT_MS): ImportInChild {
  return async (source, options, given) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = given ? AbortSignal.any([given, timeout]) : timeout;
    try {
      return await runChild<ImportedArticle>(entry, { source, options }, { signal });
    } catch (cause) {
      if (cause instanceof VerbatimError || given?.aborted === true) throw cause;
      if (timeout.aborted)
        throw importFailed(
          source.name,
          `it took longer than ${timeoutMs / 1000} s to understand`,
          ADVICE,
          cause,
        );
      if (cause instanceof ChildLost) throw importFailed(source.name, 'its parser broke down', ADVICE, cause);
      throw cause;
    }
  };
}
