import type { Library } from '../domain/library.ts';
import { findSureQuestions } from '../library/find-sure-questions.ts';

/** Questions that help shows, and how many are tried for them: some seconds of work in the background. */
const SEARCH = { limit: 3, tries: 40 } as const;

/** Questions that the current articles answer for sure. */
export interface Examples {
  /** As many as are known yet. */
  readonly get: () => readonly string[];
  /** Looks for them anew, because there are other articles. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

/** Looks for example questions without holding anything up; a failure leaves help without them. */
export function keepExamples(getLibrary: () => Library, onFailed: (error: unknown) => void): Examples {
  let examples: readonly string[] = [];
  let current = 0;
  return {
    get: () => examples,
    refresh() {
      current += 1;
      const own = current;
      findSureQuestions(getLibrary(), { ...SEARCH, isOver: () => own !== current }).then((found) => {
        if (own === current) examples = found;
      }, onFailed);
    },
    stop() {
      current += 1;
    },
  };
}
