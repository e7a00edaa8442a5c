import { VerbatimError } from '../domain/errors.ts';
import type { Config } from './config.ts';

/** @throws VerbatimError discord-token, saying where to get one */
export function requireToken({ discordToken }: Config): string {
  if (discordToken !== undefined) return discordToken;
  throw new VerbatimError(
    'discord-token',
    'There is no DISCORD_TOKEN. Create an application on https://discord.com/developers/applications, copy the token from its Bot page, and put it into .env (see .env.example) or the environment. To try Verbatim without Discord: npm run ask -- "question"',
  );
}
