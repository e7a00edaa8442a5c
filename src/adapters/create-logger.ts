import pino from 'pino';
import type { Logger } from 'pino';
import pretty from 'pino-pretty';

/** Structured lines on standard output; readable ones on a terminal. */
export function createLogger(level: string): Logger {
  if (!process.stdout.isTTY) return pino({ level });
  return pino({ level }, pretty({ colorize: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }));
}
