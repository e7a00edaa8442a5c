import { openPrompt } from '../cli/open-prompt.ts';

/** What a command says and asks. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
  /** Undefined when nobody is there: standard input is no terminal. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly close: () => void;
}

/** Exit code of a program that was ended by Ctrl-C: 128 and the number of the signal. */
const INTERRUPTED = 130;

export function openTerminal(): Terminal {
  // A reader such as `head` may have seen enough; what was begun is finished all the same.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const prompt = process.stdin.isTTY
    ? openPrompt(process.stdin, process.stdout, () => process.exit(INTERRUPTED))
    : undefined;
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
    ask: prompt?.ask,
    close: () => prompt?.close(),
  };
}
