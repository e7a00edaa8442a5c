import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/domain/layout.ts';
import { everyonePermissions, Permission } from '../discord-standin/permissions.ts';
import { textOf, useBot } from './bot-under-test.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';

describe.each(LAYOUTS)('a thread under an answer, in %s', (layout) => {
  const bot = useBot({ bot: { layout } });

  const ask = (more: object = {}, options: object = {}) =>
    bot.discord
      .slash({
        user: bot.discord.user('ada'),
        name: 'ask',
        options: { question: QUESTION, thread: true, ...options },
        ...more,
      })
      .settled();
  const opened = () => bot.discord.requests.filter(({ path }) => path.endsWith('/threads'));

  it('is opened with the question as its name', async () => {
    const { message } = await ask();
    await bot.discord.until(() => opened().length === 1, 'the thread');
    expect(opened()[0]?.path).toContain(message?.id);
    const thread = bot.discord.channel({ id: message?.id ?? '' });
    expect(thread.name).toBe(QUESTION);
    const follow = bot.discord.message({
      user: bot.discord.user('ada'),
      content: `<@${bot.discord.bot.id}> who was the last keeper Jonas Pell?`,
      channel: thread,
    });
    expect(textOf(await follow.reply())).toContain('1968');
  });

  it.each([
    [
      'where the bot lacks the permission',
      { appPermissions: everyonePermissions & ~Permission.createPublicThreads },
    ],
    ['in a direct message', { guild: null }],
  ])('is not opened %s, and the answer says so', async (_name, more) => {
    const { message } = await ask(more);
    expect(textOf(message)).toContain('**Create Public Threads**');
    expect(textOf(message)).toContain('Alva Thorne');
    expect(opened()).toEqual([]);
  });

  it('is not opened under a private answer, and leaves the answer when Discord refuses it', async () => {
    expect((await ask({}, { private: true })).ephemeral).toBe(true);
    expect(opened()).toEqual([]);
    bot.discord.fault({ method: 'POST', path: /\/threads$/u, code: 50013 });
    const { message } = await ask();
    await bot.discord.until(
      () => bot.test.log.some((line) => line.includes('thread could not be opened')),
      'a log line',
    );
    expect(textOf(message)).toContain('Alva Thorne');
  });
});
