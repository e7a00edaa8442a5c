import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./memory-child.ts', import.meta.url));

export interface MemoryChildOptions {
  readonly folder: string;
  readonly first: number;
  readonly most?: number;
  /** The largest file that it may write, in KiB: the disk is full beyond. */
  readonly fileLimit?: number;
}

/** Starts memory-child.ts as a process of its own. */
export function startMemoryChild({
  folder,
  first,
  most,
  fileLimit,
}: MemoryChildOptions): ChildProcessWithoutNullStreams {
  const node = [
    process.execPath,
    '--import',
    'tsx',
    CHILD,
    folder,
    String(first),
    ...(most === undefined ? [] : [String(most)]),
  ];
  if (fileLimit === undefined) return spawn(node[0] ?? '', node.slice(1));
  return spawn('bash', ['-c', `ulimit -f ${fileLimit}; exec "$@"`, 'bash', ...node]);
}
