import { DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import type { FatalFailure } from './bot-options.ts';

/** Where everything about a bot is set. */
const PORTAL = 'https://discord.com/developers/applications';

export const REFUSED_TOKEN: FatalFailure = {
  message: `Discord refused the token in DISCORD_TOKEN: it is mistyped, or it was reset. Get the current one at ${PORTAL} under your application, Bot, Reset Token, and put it into .env.`,
  exitCode: 2,
};

/** What the gateway's close codes mean that no reconnecting mends; undefined for the others. */
export function gatewayFailure(closeCode: number): FatalFailure | undefined {
  switch (closeCode) {
    case 4004:
      return REFUSED_TOKEN;
    case 4013:
    case 4014:
      return {
        message: `Discord refused the intents that the bot asked for (${closeCode}). Switch on Message Content Intent at ${PORTAL} under your application, Bot, or switch MESSAGE_CONTENT off.`,
        exitCode: 2,
      };
    case 4010:
    case 4011:
    case 4012:
      return { message: `Discord closed the connection for good (code ${closeCode}).`, exitCode: 1 };
    default:
      return undefined;
  }
}

export function isRefusedToken(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
