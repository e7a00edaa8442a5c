import { describe, expect, it } from 'vitest';
import { REGISTERED_COMMANDS } from '../../src/discord/commands/registered-commands.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { startBotUnderTest, textOf, TOKEN } from './bot-under-test.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';

async function put(discord: Discord, commands: unknown, guildId?: string): Promise<void> {
  const scope = guildId === undefined ? '' : `/guilds/${guildId}`;
  const response = await fetch(
    `${discord.apiBase}/v10/applications/${discord.applicationId}${scope}/commands`,
    {
      method: 'PUT',
      headers: { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(commands),
    },
  );
  expect(response.status).toBe(200);
}

function writesOf(discord: Discord): readonly string[] {
  return discord.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
}

describe('the commands at start', () => {
  it('are left alone when they are registered as they are', async () => {
    const test = await startBotUnderTest({ prepare: (discord) => put(discord, REGISTERED_COMMANDS) });
    // Stopping waits for what is being done about them.
    await test.close();
    expect(writesOf(test.discord)).toHaveLength(1);
  });

  it('are left alone in the one server that has them as they are', async () => {
    const test = await startBotUnderTest({
      waitForCommands: false,
      prepare: (discord) => put(discord, REGISTERED_COMMANDS, discord.guild().id),
    });
    await test.close();
    expect(writesOf(test.discord)).toHaveLength(1);
    expect(test.discord.commands({ guild: test.discord.guild() })).toHaveLength(REGISTERED_COMMANDS.length);
  });

  it('are replaced when only a name in another language has changed', async () => {
    const [ask, ...others] = REGISTERED_COMMANDS;
    const renamed = { ...ask, name_localizations: { ...ask?.name_localizations, de: 'fragen' } };
    const test = await startBotUnderTest({ prepare: (discord) => put(discord, [renamed, ...others]) });
    const nameIn = () => test.discord.commands().find(({ name }) => name === 'ask')?.name_localizations?.de;
    await test.discord.until(() => nameIn() === 'frage', 'the German name');
    await test.close();
    expect(writesOf(test.discord)).toHaveLength(2);
  });

  it('are replaced when they have changed, and copies in a server go', async () => {
    const test = await startBotUnderTest({
      prepare: async (discord) => {
        await put(discord, REGISTERED_COMMANDS.slice(0, 3));
        await put(discord, REGISTERED_COMMANDS, discord.guild().id);
      },
    });
    const { discord } = test;
    const guild = discord.guild();
    await discord.until(() => discord.commands({ guild }).length === 0, 'the copies to go');
    expect(discord.commands()).toHaveLength(REGISTERED_COMMANDS.length);
    await test.close();
  });

  it('stay in the one server that they were registered for, and are kept up to date there', async () => {
    const test = await startBotUnderTest({
      waitForCommands: false,
      prepare: (discord) => put(discord, REGISTERED_COMMANDS.slice(0, 3), discord.guild().id),
    });
    const { discord } = test;
    const guild = discord.guild();
    await discord.until(
      () => discord.commands({ guild }).length === REGISTERED_COMMANDS.length,
      'the new set',
    );
    expect(discord.commands()).toEqual([]);
    await test.close();
  });

  it('are written where Discord does not let them be read, and nothing else that is optional is needed', async () => {
    const test = await startBotUnderTest({
      prepare(discord) {
        for (const path of [/\/commands$/u, /\/applications\/@me$/u, /^\/users\//u, /\/typing$/u])
          discord.fault({
            method: path.source.includes('typing') ? 'POST' : 'GET',
            path,
            status: 404,
            times: Infinity,
          });
      },
    });
    const { discord } = test;
    const content = `<@${discord.bot.id}> ${QUESTION}`;
    expect(textOf(await discord.message({ user: discord.user('ada'), content }).reply())).toContain(
      'Alva Thorne',
    );
    await test.close();
  });
});
