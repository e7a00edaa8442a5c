import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { VerbatimError } from '../domain/errors.ts';
import type { ErrorCode } from '../domain/errors.ts';

/** What a child says to its parent: first that it takes its order, last how that went. */
export type ChildMessage<Result, Progress> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: Result }
  | {
      readonly kind: 'failed';
      readonly message: string;
      /** Set where a person can mend it. */
      readonly code?: ErrorCode;
    };

export interface ChildRun<Progress> {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Kills the child. */
  readonly signal?: AbortSignal | undefined;
}

/** The child ended without an answer, such as when it was killed. */
export class ChildLost extends Error {}

/** Of the environment a child gets what a program needs to run, and none of the secrets. */
const KEPT = /^(?:PATH|HOME|TMPDIR|TEMP|TMP|SystemRoot|LANG|LC_\w+|TZ|NODE_V8_COVERAGE)$/i;

/**
 * Runs a module in a process of its own, gives it one order and waits for its answer. The child ends with its parent.
 * @param entry calls `serveParent` (src/app/serve-parent.ts)
 * @throws VerbatimError what the child threw @throws ChildLost
 */
export async function runChild<Result, Progress = never>(
  entry: URL,
  order: object,
  { onProgress, signal }: ChildRun<Progress> = {},
): Promise<Result> {
  signal?.throwIfAborted();
  const child = fork(fileURLToPath(entry), [], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.test(name))),
    serialization: 'advanced',
    // Parsers and models talk; what matters comes as an answer.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill);
  const ended = once(child, 'close');
  try {
    const answer = await new Promise<Result>((resolve, reject) => {
      child.on('message', (message: ChildMessage<Result, Progress>) => {
        switch (message.kind) {
          case 'ready':
            // An error here means that it has ended, which is noticed by itself.
            child.send(order, () => undefined);
            break;
          case 'progress':
            onProgress?.(message.progress);
            break;
          case 'done':
            resolve(message.result);
            break;
          case 'failed':
            reject(
              message.code === undefined
                ? new Error(message.message)
                : new VerbatimError(message.code, message.message),
            );
        }
      });
      ended.then(([code, by]: unknown[]) => {
        reject(new ChildLost(`The child process ended (${String(by ?? code)}) before it had answered.`));
      }, reject);
    });
    return answer;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', kill);
    kill();
    await ended.catch(() => undefined);
  }
}
