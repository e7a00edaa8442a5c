import { setTimeout } from 'node:timers/promises';
import { Routes } from 'discord.js';
import type { Client } from 'discord.js';
import type { FatalFailure, Logger } from './bot-options.ts';
import { describeError } from './classify-error.ts';
import { isRefusedToken, REFUSED_TOKEN } from './gateway-failure.ts';
import { openRest } from './open-rest.ts';
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
 * Tries until Discord can be reached; only a token that is refused at the login, or twice before it, ends it. Whether
 * it can be reached is asked by a client of its own first, because login() destroys the gateway client when it fails.
 */
export async function connectClient(client: Client, options: ConnectOptions): Promise<void> {
  const { token, apiBase, logger, onRefused, signal } = options;
  const probe = openRest({ apiBase, token });
  let refusals = 0;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await probe.get(Routes.gatewayBot());
      await client.login(token);
      return;
    } catch (error) {
      // Once may be a fault of that endpoint's.
      if (statusOf(error) === 401) refusals += 1;
      if (isRefusedToken(error) || refusals > 1) {
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
