import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** No command takes this long; one that hangs must not outlive the test. */
const PATIENCE_MS = 50_000;

export type Command = 'add' | 'articles' | 'ask' | 'doctor' | 'index' | 'remove';

export interface CliOptions {
  /** Where the command runs and keeps its data; a `.env` of the developer's is not read there. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stands in standard input. */
  readonly input?: string;
}

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a command as `npm run` does, in a process group of its own. */
export function startCli(
  command: Command,
  args: readonly string[],
  { folder, env = {} }: Omit<CliOptions, 'input'>,
): ChildProcessWithoutNullStreams {
  return spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(ROOT, 'scripts', `${command}.ts`), ...args],
    {
      cwd: folder,
      detached: true,
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        MODELS_DIR: resolve(ROOT, 'models'),
        DATA_DIR: join(folder, 'data'),
        CORPUS_DIR: join(folder, 'corpus'),
        ...env,
      },
    },
  );
}

/** Runs a command to its end. */
export async function runCli(
  command: Command,
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
