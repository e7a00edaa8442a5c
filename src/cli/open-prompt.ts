import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface Prompt {
  /** The answer without its line end; empty when the input has ended. */
  readonly ask: (question: string) => Promise<string>;
  readonly close: () => void;
}

/**
 * Asks a person on a terminal, one question after the other.
 * @param onInterrupt called at Ctrl-C, which the terminal hands over while it waits for an answer; it ends the input
 */
export function openPrompt(input: Readable, output: Writable, onInterrupt: () => void): Prompt {
  const lines = createInterface({ input, output });
  let closed = false;
  const ended = new Promise<string>((resolve) => {
    lines.once('close', () => {
      closed = true;
      resolve('');
    });
  });
  lines.on('SIGINT', () => {
    output.write('\n');
    onInterrupt();
    lines.close();
  });
  return {
    ask: (question) =>
      Promise.race([
        ended,
        new Promise<string>((resolve) => {
          if (!closed) lines.question(question, resolve);
        }),
      ]),
    close: () => {
      lines.close();
    },
  };
}
