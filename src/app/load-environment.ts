import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import type { Environment } from './settings.ts';

/** Reads .env, if there is one, into the environment; what is set already wins. */
export function loadEnvironment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}
