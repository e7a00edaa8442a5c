import { constants, setPriority } from 'node:os';
import type { ChildMessage } from '../adapters/run-child.ts';
import { VerbatimError } from '../domain/errors.ts';

/**
 * What the entry of a child process calls: takes one order from the parent, does it, and says how it went. The process
 * yields to every other, so that nobody waits for an answer because of it, and ends when the parent does.
 */
export function serveParent(
  work: (order: never, onProgress: (progress: object) => void) => Promise<object>,
): void {
  // Threads that are started from now on have the same.
  setPriority(constants.priority.PRIORITY_LOW);
  const send = (message: ChildMessage<object, object>, then?: () => void): void => {
    process.send?.(message, undefined, undefined, then);
  };
  process.on('disconnect', () => process.exit());
  // Parent and child are of one release: what the one sends is what the other takes.
  process.once('message', (order: unknown) => {
    void answer(order as never).then((message) => {
      send(message, () => process.exit());
    });
  });
  send({ kind: 'ready' });

  async function answer(order: never): Promise<ChildMessage<object, object>> {
    try {
      const onProgress = (progress: object): void => {
        send({ kind: 'progress', progress });
      };
      return { kind: 'done', result: await work(order, onProgress) };
    } catch (error) {
      return {
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
        ...(error instanceof VerbatimError ? { code: error.code } : {}),
      };
    }
  }
}
