import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join, resolve } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ImportWorker } from '../../src/adapters/import/open-import-worker.ts';
import { loadConfiguredModel, loadConfiguredReader } from '../../src/app/compose.ts';
import type { Config } from '../../src/app/config.ts';
import { createServices } from '../../src/app/create-services.ts';
import { openImporter } from '../../src/app/open-imports.ts';
import type { CommandIo, Input } from '../../src/cli/command.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ENTRY = join(ROOT, 'bin/verbatim.js');

/** No command takes this long; one that hangs must not outlive the test. */
const PATIENCE_MS = 50_000;

export interface CliOptions {
  /** Where the command runs and keeps its data; a `.env` of the developer's is not read there. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stands in standard input, which is no terminal. */
  readonly input?: string;
}

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function environmentFor({ folder, env }: CliOptions): Readonly<Record<string, string>> {
  return { DATA_DIR: join(folder, 'data'), CORPUS_DIR: join(folder, 'corpus'), ...env };
}

/** A command that runs in this process, with streams and signals of its own. */
export interface RunningCommand {
  readonly stdin: PassThrough;
  /** What was written so far to one output, or to both together. */
  readonly output: (stream?: 'stdout' | 'stderr') => string;
  readonly interrupt: () => void;
  readonly ended: Promise<CliResult>;
}

/** @param terminal whether a person sits in front of it, who can be asked */
export function beginCli(
  command: string,
  args: readonly string[],
  options: CliOptions,
  { terminal = false }: { readonly terminal?: boolean } = {},
): RunningCommand {
  const stdin: PassThrough & Input = Object.assign(new PassThrough(), { isTTY: terminal });
  const signals = new EventEmitter();
  const written: { readonly to: 'stdout' | 'stderr'; readonly text: string }[] = [];
  const collectAs = (to: 'stdout' | 'stderr'): Writable =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written.push({ to, text: chunk.toString() });
        done();
      },
    });
  const textOf = (stream?: 'stdout' | 'stderr'): string =>
    written
      .filter(({ to }) => stream === undefined || to === stream)
      .map(({ text }) => text)
      .join('');
  const io = {
    stdin,
    stdout: collectAs('stdout'),
    stderr: collectAs('stderr'),
    env: environmentFor(options),
    now: () => new Date(),
    signals,
  };
  return {
    stdin,
    output: textOf,
    interrupt: () => signals.emit('SIGINT'),
    ended: warmUp(command)
      .then(() => inFolder(options.folder, () => run([command, ...args], io)))
      .then((code) => ({ code, stdout: textOf('stdout'), stderr: textOf('stderr') })),
  };
}

/** Runs a command to its end, in this process. */
export function runCli(command: string, args: readonly string[], options: CliOptions): Promise<CliResult> {
  const { stdin, ended } = beginCli(command, args, options);
  stdin.end(options.input ?? '');
  return ended;
}

function run(argv: readonly string[], io: CommandIo): Promise<number> {
  return runCommandLine(argv, {
    ...io,
    services: createServices(io, { loadModel, loadReader, openImporter: shareImporter }),
  });
}

const loadModel = once(loadConfiguredModel, ({ modelsDir, model }) => [modelsDir, model]);
const loadReader = once(loadConfiguredReader, ({ modelsDir, reader }) => [modelsDir, reader]);

/** One load serves all commands of a test file; one that failed is tried again. */
function once<T>(
  load: (config: Config) => Promise<T>,
  keyOf: (config: Config) => readonly string[],
): (config: Config) => Promise<T> {
  const loads = new Map<string, Promise<T>>();
  return (config) => {
    const key = JSON.stringify(keyOf(config));
    const loading = loads.get(key) ?? load(config);
    loads.set(key, loading);
    loading.catch(() => loads.delete(key));
    return loading;
  };
}

let importer: ImportWorker | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** One thread serves all commands of a test file; it takes one source at a time. */
function shareImporter(): ImportWorker {
  const worker = (importer ??= openImporter());
  return {
    importSource(source, options) {
      const imported = turn.then(() => worker.importSource(source, options));
      turn = imported.catch(() => undefined);
      return imported;
    },
    close: () => Promise.resolve(),
  };
}

let warming: Promise<unknown> | undefined;

/** tsx compiles what it has not compiled before in the folder where its thread started: a test's is gone by the next. */
async function warmUp(command: string): Promise<void> {
  if (command !== 'add') return;
  warming ??= shareImporter().importSource(
    { name: 'warm.txt', bytes: new TextEncoder().encode('Warm.') },
    { keepAll: false, retrieved: '2025-01-01' },
  );
  await warming;
}

const HOME = process.cwd();
let running = 0;

/** Relative paths are those of the folder; commands that run at the same time must share it. */
async function inFolder<T>(folder: string, act: () => Promise<T>): Promise<T> {
  if (running > 0 && process.cwd() !== resolve(folder))
    throw new Error('Two commands in different folders cannot run at the same time in one process.');
  running += 1;
  process.chdir(folder);
  try {
    return await act();
  } finally {
    running -= 1;
    if (running === 0) process.chdir(HOME);
  }
}

/** Starts a command as `npm run` does, in a process group of its own: for what only a process shows. */
export function startCli(
  command: string,
  args: readonly string[],
  options: Omit<CliOptions, 'input'>,
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [ENTRY, command, ...args], {
    cwd: options.folder,
    detached: true,
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
    env: { PATH: process.env['PATH'], HOME: options.folder, ...environmentFor(options) },
  });
}

/** Runs a command to its end, as a process. */
export async function spawnCli(
  command: string,
  args: readonly string[],
  options: CliOptions,
): Promise<CliResult> {
  const child = startCli(command, args, options);
  // A command that fails early does not read what is written to it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return collect(child);
}

export async function collect(child: ChildProcessWithoutNullStreams): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  return { code, stdout, stderr };
}
