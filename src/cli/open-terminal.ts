import type { CommandIo } from './command.ts';
import { openPrompt } from './open-prompt.ts';

/** What a command says and asks. */
export interface Terminal {
  /** Writes one line to the standard output. */
  readonly print: (line: string) => void;
  /** Writes one line to the standard error. */
  readonly warn: (line: string) => void;
  /** Empty when the input has ended or was interrupted. Undefined when nobody is there: the input is no terminal. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Aborted at the first Ctrl-C; the second one ends the process at once. */
  readonly interrupted: AbortSignal;
  readonly close: () => void;
}

export function openTerminal({ stdin, stdout, stderr, signals }: CommandIo): Terminal {
  const abort = new AbortController();
  const interrupt = (): void => {
    signals.off('SIGINT', interrupt);
    abort.abort();
  };
  signals.on('SIGINT', interrupt);
  const prompt = stdin.isTTY === true ? openPrompt(stdin, stdout, interrupt) : undefined;
  return {
    print: (line) => void stdout.write(`${line}\n`),
    warn: (line) => void stderr.write(`${line}\n`),
    ask: prompt?.ask,
    interrupted: abort.signal,
    close: () => {
      signals.off('SIGINT', interrupt);
      prompt?.close();
    },
  };
}
