import type { ImportedArticle } from '../domain/importing.ts';
import { describeImport, summariseImport } from './show-report.ts';

/** More files than this are not told of one by one: what matters would scroll away. */
export const LONG_BATCH = 20;

/** How often the number of files that are done is said. */
const STEPS = 10;

/** What `npm run add` says of many files: the odd ones, how far it has come, and where all of it can be read. */
export interface BatchReport {
  /** @param word what became of it @param odd whether a person should look at it */
  add(
    label: string,
    imported: ImportedArticle,
    result: { readonly word: string; readonly odd: boolean },
  ): void;
  /** One more file is done, whether it was read or failed. */
  tick(): void;
  /** Writes all that was understood and left out of each file, and names the place. */
  end(): Promise<void>;
}

export interface BatchDependencies {
  readonly print: (line: string) => void;
  /** @returns the path of the file */
  readonly saveDetails: (text: string) => Promise<string>;
}

export function createBatchReport(total: number, { print, saveDetails }: BatchDependencies): BatchReport {
  const details: string[] = [];
  let done = 0;
  return {
    add(label, imported, { word, odd }) {
      details.push(...describeImport(label, imported), `  ${word}`, '');
      if (!odd && !imported.report.fidelity.suspect) return;
      const [first = '', ...more] = summariseImport(label, imported);
      [`${first} ${word}`, ...more].forEach(print);
    },
    tick() {
      done += 1;
      const step = (count: number): number => Math.floor((count * STEPS) / total);
      if (step(done) > step(done - 1)) print(`${done} of ${total} files are done.`);
    },
    async end() {
      if (details.length > 0)
        print(`What was understood and left out of each: ${await saveDetails(details.join('\n'))}`);
    },
  };
}
