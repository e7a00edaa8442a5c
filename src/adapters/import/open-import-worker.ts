import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../../domain/errors.ts';
import { importFailed } from '../../domain/import-failed.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { ImportedArticle, ImportOptions, ImportSource } from '../../domain/importing.ts';

export interface ImportLimits {
  /** Milliseconds for one source. A book of 1,000 pages takes about 5 s on an old machine. */
  readonly timeoutMs: number;
  /** Megabytes of heap for one source. A page of 20 MB takes about half of it. */
  readonly heapMb: number;
  /**
   * Megabytes by which the process may grow for one source. What a parser unpacks, such as a PDF made to
   * swell, lies outside of the heap.
   */
  readonly growthMb: number;
}

const IMPORT_LIMITS: ImportLimits = { timeoutMs: 60_000, heapMb: 1024, growthMb: 1024 };

/** How often the size of the process is looked at. A parser unpacks about 300 MB in that time. Milliseconds. */
const LOOK_MS = 200;

/** One order to the worker, and its answer. */
export interface ImportOrder {
  readonly source: ImportSource;
  readonly options: ImportOptions;
}
/** A message of the thread to its owner: it takes work, has done it, or says what went wrong with the source. */
export type ImportAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly article: ImportedArticle }
  | {
      readonly kind: 'failed';
      readonly code: ErrorCode;
      readonly message: string;
      /** What the parser threw, with its stack; absent where the message says it all. */
      readonly cause?: string;
    };

/** A thread that parses, one source after the other; it is started again when a source costs its life. */
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
        ? new VerbatimError(answer.code, answer.message, { cause: answer.cause })
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
  await once(worker, 'message');
  // An idle thread must not keep the process alive.
  worker.unref();
  return worker;
}

async function ask(worker: Worker, order: ImportOrder, limits: ImportLimits): Promise<ImportAnswer> {
  const answered = new AbortController();
  const { signal } = answered;
  worker.ref();
  try {
    worker.postMessage(order);
    return await Promise.race([
      // It rejects at an 'error' event as well.
      once(worker, 'message', { signal }).then(([answer]) => answer as ImportAnswer),
      once(worker, 'exit', { signal }).then(() => {
        throw new Error('The thread of the parser ended.');
      }),
      refuseTooLong(order, limits, signal),
      refuseTooLarge(order, limits, signal),
    ]);
  } catch (cause) {
    throw cause instanceof VerbatimError ? cause : lost(order.source, cause);
  } finally {
    answered.abort();
    worker.unref();
  }
}

async function refuseTooLong(
  { source }: ImportOrder,
  limits: ImportLimits,
  signal: AbortSignal,
): Promise<never> {
  await delay(limits.timeoutMs, undefined, { signal });
  throw failed(source, `it took longer than ${limits.timeoutMs / 1000} s to understand`);
}

async function refuseTooLarge(
  { source }: ImportOrder,
  limits: ImportLimits,
  signal: AbortSignal,
): Promise<never> {
  const allowed = process.memoryUsage.rss() + limits.growthMb * 1024 * 1024;
  while (process.memoryUsage.rss() <= allowed) await delay(LOOK_MS, undefined, { signal });
  throw failed(source, TOO_MUCH_MEMORY);
}

const TOO_MUCH_MEMORY = 'it needs more memory than one file may have';

function lost(source: ImportSource, cause: unknown): VerbatimError {
  const memory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return failed(source, memory ? TOO_MUCH_MEMORY : 'its parser broke down', cause);
}

function failed({ name }: ImportSource, why: string, cause?: unknown): VerbatimError {
  return importFailed(name, why, 'Save the part that matters as plain text and add that.', cause);
}
