import { constants, setPriority } from 'node:os';
import type { ChildMessage } from '../adapters/run-child.ts';
import { VerbatimError } from '../domain/errors.ts';

/**
 * What the entry of a child process calls: takes one order from the parent, does it, and says how it went. The process
 * yields to every other, so that nobody waits for an answer because of it, and ends when the parent does.
 */
export function serveParent<Order, Result, Progress = never>(
  work: (order: Order, onProgress: (progress: Progress) => void) => Promise<Result>,
): void {
  // Threads that are started from now on have the same.
  setPriority(constants.priority.PRIORITY_LOW);
  const send = (message: ChildMessage<Result, Progress>, then?: () => void): void => {
    process.send?.(message, undefined, undefined, then);
  };
  process.on('disconnect', () => process.exit());
  process.once('message', (order: Order) => {
    work(order, (progress) => {
      send({ kind: 'progress', progress });
    })
      .then(
        (result): ChildMessage<Result, Progress> => ({ kind: 'done', result }),
        (error: unknown): ChildMessage<Result, Progress> => ({
          kind: 'failed',
          message: error instanceof Error ? error.message : String(error),
          ...(error instanceof VerbatimError ? { code: error.code } : {}),
        }),
      )
      .then((answer) => {
        send(answer, () => process.exit());
      }, () => process.exit(1));
  });
  send({ kind: 'ready' });
}
