import type { Writable } from 'node:stream';
import pino from 'pino';
import type { Logger } from 'pino';
import pretty from 'pino-pretty';

/** Structured lines; readable ones on a terminal. */
export function createLogger(
  level: string,
  output: Writable & { readonly isTTY?: boolean | undefined },
): Logger {
  if (output.isTTY !== true) return pino({ level }, output);
  return pino(
    { level },
    pretty({ colorize: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss', destination: output }),
  );
}
