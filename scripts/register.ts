import { parseArgs } from 'node:util';
import { loadEnvironment, readConfig } from '../src/app/config.ts';
import { requireToken } from '../src/app/run-discord-bot.ts';
import { runMain } from '../src/app/run-main.ts';
import { REFUSED_TOKEN } from '../src/discord/gateway-failure.ts';
import { registerCommands, statusOf } from '../src/discord/register-commands.ts';
import { VerbatimError } from '../src/domain/errors.ts';

runMain(async () => {
  const { values } = parseArgs({
    options: { guild: { type: 'string' }, clear: { type: 'boolean', default: false } },
  });
  const config = readConfig(loadEnvironment());
  try {
    const { commands, scope, otherScopeCleared } = await registerCommands({
      token: requireToken(config),
      clear: values.clear,
      ...(config.discordApiBase === undefined ? {} : { apiBase: config.discordApiBase }),
      ...(values.guild === undefined ? {} : { guildId: values.guild }),
    });
    const where = scope === 'guild' ? `in the server ${values.guild ?? ''}` : 'everywhere';
    const moved = otherScopeCleared ? ' Copies elsewhere were removed, so that nothing shows twice.' : '';
    process.stdout.write(`${commands} commands are registered ${where}.${moved}\n`);
  } catch (error) {
    if (statusOf(error) === 401)
      throw new VerbatimError('discord-token', REFUSED_TOKEN.message, { cause: error });
    throw error;
  }
});
