import { DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import type { FatalFailure } from './bot-options.ts';

/** Where everything about a bot is set. */
const PORTAL = 'https://discord.com/developers/applications';

/** How the bot ends where the login is refused; no stray 401 of another endpoint does that. */
export const REFUSED_TOKEN: FatalFailure = {
  message: `Discord refused the token in DISCORD_TOKEN: it is mistyped, or it was reset. Get the current one at ${PORTAL} under your application, Bot, Reset Token, and put it into .env.`,
  exitCode: 2,
};

const REFUSED_INTENTS: FatalFailure = {
  message: `Discord refused the intents that the bot asked for. Switch on Message Content Intent at ${PORTAL} under your application, Bot, or switch MESSAGE_CONTENT off.`,
  exitCode: 2,
};

const KNOWN = new Map<number, FatalFailure>([
  [GatewayCloseCodes.AuthenticationFailed, REFUSED_TOKEN],
  [GatewayCloseCodes.InvalidIntents, REFUSED_INTENTS],
  [GatewayCloseCodes.DisallowedIntents, REFUSED_INTENTS],
]);

/** Why the gateway closed the connection for good: discord.js reconnects by itself where that helps. */
export function gatewayFailure(closeCode: number): FatalFailure {
  const known = KNOWN.get(closeCode);
  return known ?? { message: `Discord closed the connection for good (code ${closeCode}).`, exitCode: 1 };
}

/** How login() says that the token is not one. */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
