import { setTimeout } from 'node:timers/promises';
import { REST, Routes } from 'discord.js';
import type { Client } from 'discord.js';
import type { FatalFailure, Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { API_VERSION } from './discord-api.ts';
import { isRefusedToken, REFUSED_TOKEN } from './gateway-failure.ts';
import { statusOf } from './register-commands.ts';

/** Longest wait between two attempts to connect, in milliseconds. */
const LONGEST_PAUSE = 60_000;

export interface ConnectOptions {
  readonly token: string;
  readonly apiBase: string;
  readonly logger: Logger;
  readonly onRefused: (failure: FatalFailure) => void;
  /** Ends the attempts. */
  readonly signal: AbortSignal;
}

/**
 * Tries until Discord can be reached; only a refused token ends it. Whether it can be reached is asked by a client
 * of its own first, because login() destroys the gateway client when it fails.
 */
export async function connectClient(client: Client, options: ConnectOptions): Promise<void> {
  const { token, apiBase, logger, onRefused, signal } = options;
  const probe = new REST({ api: apiBase, version: API_VERSION }).setToken(token);
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await probe.get(Routes.gatewayBot());
      await client.login(token);
      return;
    } catch (error) {
      if (isRefusedToken(error) || statusOf(error) === 401) {
        onRefused(REFUSED_TOKEN);
        return;
      }
      const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** attempt);
      logger.warn(
        { seconds: pause / 1000, error: describeError(error) },
        'Discord cannot be reached; trying again',
      );
      await setTimeout(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
