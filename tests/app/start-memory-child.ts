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
  /** Whether it votes and sets, too. */
  readonly all?: boolean;
  /** Whether it gives up the rights of root. */
  readonly asNobody?: boolean;
}

/** Starts memory-child.ts as a process of its own. */
export function startMemoryChild({
  folder,
  first,
  most = Infinity,
  fileLimit,
  all = false,
  asNobody = false,
}: MemoryChildOptions): ChildProcessWithoutNullStreams {
  const node = [
    process.execPath,
    '--import',
    'tsx',
    CHILD,
    folder,
    String(first),
    String(most),
    ...(all ? ['all'] : []),
  ];
  const env = { ...process.env, AS_NOBODY: asNobody ? '1' : '0' };
  if (fileLimit === undefined) return spawn(node[0] ?? '', node.slice(1), { env });
  return spawn('bash', ['-c', `ulimit -f ${fileLimit}; exec "$@"`, 'bash', ...node], { env });
}
