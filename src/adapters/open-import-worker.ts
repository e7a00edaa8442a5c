import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../domain/errors.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { ImportedArticle, ImportOptions, ImportSource } from '../domain/importing.ts';

export interface ImportLimits {
  /** Milliseconds for one source. A book of 1,000 pages takes about 5 s on an old machine. */
  readonly timeoutMs: number;
  /** Megabytes of heap for one source. A page of 20 MB takes about half of it. */
  readonly heapMb: number;
}

export const IMPORT_LIMITS: ImportLimits = { timeoutMs: 60_000, heapMb: 1024 };

/** One order to the worker, and its answer. */
export interface ImportOrder {
  readonly source: ImportSource;
  readonly options: ImportOptions;
}
export type ImportAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly article: ImportedArticle }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

export interface ImportWorker {
  /** One at a time. @throws VerbatimError import-failed and those of the parsers */
  importSource(source: ImportSource, options: ImportOptions): Promise<ImportedArticle>;
  close(): Promise<void>;
}

/**
 * Runs parsers in a thread of their own, so that a file made to hang them or to fill the memory costs that
 * file only: the thread is ended and the next source gets a new one.
 * @param entry the module that answers ImportOrder with ImportAnswer
 */
export function openImportWorker(entry: URL, limits: ImportLimits = IMPORT_LIMITS): ImportWorker {
  let worker: Worker | undefined;
  const close = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  return {
    close,
    async importSource(source, options) {
      worker ??= await startWorker(entry, limits);
      const answer = await ask(worker, { source, options }, limits).catch(async (error: unknown) => {
        await close();
        throw error;
      });
      if (answer.kind === 'done') return answer.article;
      throw answer.kind === 'failed'
        ? new VerbatimError(answer.code, answer.message)
        : lost(source, undefined);
    },
  };
}

/** A thread does not inherit tsx from its parent, so it registers it before the entry is loaded. */
async function startWorker(entry: URL, { heapMb }: ImportLimits): Promise<Worker> {
  const tsx = import.meta.resolve('tsx/esm/api');
  const code = `import { register } from ${JSON.stringify(tsx)}; register(); await import(${JSON.stringify(entry.href)});`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // Parsers talk about the faults they find; what matters comes back as an answer.
    stdout: true,
    stderr: true,
  });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // An idle thread must not keep the process alive.
  worker.unref();
  return worker;
}

function ask(worker: Worker, order: ImportOrder, limits: ImportLimits): Promise<ImportAnswer> {
  return new Promise((resolve, reject) => {
    worker.ref();
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.unref();
      settle();
    };
    const timer = setTimeout(() => {
      finish(() => {
        reject(failed(order.source, `it took longer than ${limits.timeoutMs / 1000} s to understand`));
      });
    }, limits.timeoutMs);
    worker.once('message', (answer: ImportAnswer) => {
      finish(() => {
        resolve(answer);
      });
    });
    worker.once('error', (error: unknown) => {
      finish(() => {
        reject(lost(order.source, error));
      });
    });
    worker.once('exit', () => {
      finish(() => {
        reject(lost(order.source, undefined));
      });
    });
    worker.postMessage(order);
  });
}

function lost(source: ImportSource, cause: unknown): VerbatimError {
  const memory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return failed(
    source,
    memory ? 'it needs more memory than one file may have' : 'its parser broke down',
    cause,
  );
}

function failed(source: ImportSource, why: string, cause?: unknown): VerbatimError {
  return new VerbatimError(
    'import-failed',
    `${source.name} was not added: ${why}. Save the part that matters as plain text and add that.`,
    { cause },
  );
}
