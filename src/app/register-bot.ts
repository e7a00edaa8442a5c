import type { RegisterOutcome, RegisterRequest } from '../cli/services.ts';
import { REFUSED_TOKEN } from '../discord/gateway-failure.ts';
import { registerCommands, statusOf } from '../discord/register-commands.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { Config } from './config.ts';
import { requireToken } from './require-token.ts';

/** Registers the slash commands of the configured bot. @throws VerbatimError discord-token */
export async function registerBot(
  config: Config,
  { clear, guildId }: RegisterRequest,
): Promise<RegisterOutcome> {
  try {
    return await registerCommands({
      token: requireToken(config),
      clear,
      ...(config.discordApiBase === undefined ? {} : { apiBase: config.discordApiBase }),
      ...(guildId === undefined ? {} : { guildId }),
    });
  } catch (error) {
    if (statusOf(error) === 401)
      throw new VerbatimError('discord-token', REFUSED_TOKEN.message, { cause: error });
    throw error;
  }
}
