import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Discord } from '../discord-standin/driver.ts';
import { LAYOUTS } from '../../src/domain/layout.ts';
import type { QuestionOptions } from '../../src/domain/question.ts';
import { everyonePermissions, Permission } from '../discord-standin/permissions.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { plainTextOf, startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';

const SEND_NOTHING = 1n << 10n;

describe.each(LAYOUTS)('the bot in conversation, in %s', (layout) => {
  let test: BotUnderTest;
  let discord: Discord;
  let asked: { question: string; options: QuestionOptions }[];
  beforeEach(async () => {
    asked = [];
    const library = createLibraryDouble({ onAsk: (question, options) => asked.push({ question, options }) });
    test = await startBotUnderTest({ library, bot: { layout } });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const ada = () => discord.user('ada');
  const mention = (text: string, more: object = {}) =>
    discord.message({ user: ada(), content: `<@${discord.bot.id}> ${text}`, ...more });

  it('answers a mention, typing meanwhile, and a follow-up to it in its context', async () => {
    const slow = createLibraryDouble({
      delay: 300,
      onAsk: (question, options) => asked.push({ question, options }),
    });
    test.useLibrary(slow);
    const first = await mention('who was the last keeper Jonas Pell?').reply();
    expect(textOf(first)).toContain('left the tower in March 1968');
    expect(discord.typing().length).toBeGreaterThan(0);
    const second = await discord
      .message({ user: ada(), content: 'and when was that?', replyTo: first })
      .reply();
    expect(asked.at(-1)?.options.context).toBe('who was the last keeper Jonas Pell?');
    expect(plainTextOf(second)).toContain('Follow-up to: who was the last keeper');
  });

  it('takes a reply to a slash answer as a follow-up when it is mentioned', async () => {
    const slash = await discord
      .slash({ user: ada(), name: 'ask', options: { question: 'Who was the keeper Jonas Pell?' } })
      .settled();
    await mention('and his bell?', { replyTo: slash.message }).reply();
    expect(asked.at(-1)).toEqual({
      question: 'and his bell?',
      options: { context: 'Who was the keeper Jonas Pell?' },
    });
  });

  it('answers in threads and in direct messages', async () => {
    const thread = discord.thread({ name: 'talk' });
    expect(
      textOf(await mention('who was the last keeper Jonas Pell?', { channel: thread }).reply()),
    ).toContain('1968');
    expect(
      textOf(await discord.dm({ user: ada(), content: 'who was the last keeper Jonas Pell?' }).reply()),
    ).toContain('1968');
  });

  it('gives an empty mention a hint', async () => {
    expect(textOf(await mention('').reply())).toContain('Ask me something');
  });

  it('ignores what is not meant for it', async () => {
    const content = `<@${discord.bot.id}> who was the last keeper?`;
    const ignored = [
      discord.message({ user: discord.user('robot', { bot: true }), content }),
      discord.message({ user: ada(), content, webhook: true }),
      discord.message({ user: ada(), content: '@everyone who was the last keeper?', mentionEveryone: true }),
      discord.message({ user: ada(), content: 'who was the last keeper?' }),
    ];
    await Promise.all(ignored.map((handle) => handle.noReply({ withinMs: 300 })));
    expect(asked).toEqual([]);
  });

  it('answers a message once, however often it is delivered', async () => {
    const handle = mention('who was the last keeper Jonas Pell?');
    await handle.reply();
    discord.dispatchAgain(handle);
    await discord.until(() => true, 'nothing');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(handle.replies).toHaveLength(1);
  });

  it('tells the asker in private what it lacks', async () => {
    discord.setBotPermissions('general', SEND_NOTHING);
    const handle = mention('who was the last keeper?', { channel: 'general' });
    const dm = discord.dmChannel(ada());
    await discord.until(() => discord.messages(dm).length > 0, 'a private word');
    expect(textOf(discord.messages(dm)[0])).toContain('**Send Messages**');
    expect(handle.replies).toHaveLength(0);
  });

  it('follows up in direct messages', async () => {
    const first = await discord.dm({ user: ada(), content: 'who was the last keeper Jonas Pell?' }).reply();
    await discord.dm({ user: ada(), content: 'and when was that?', replyTo: first }).reply();
    expect(asked.at(-1)?.options.context).toBe('who was the last keeper Jonas Pell?');
  });

  it('takes the message that an empty mention replies to as the question', async () => {
    const claim = discord.message({
      user: discord.user('bob'),
      content: `Ask <@${discord.bot.id}>: who was the last keeper Jonas Pell?`,
    });
    await claim.reply();
    const answered = mention('', { replyTo: claim.message });
    await answered.reply();
    expect(asked.at(-1)?.question).toContain('who was the last keeper Jonas Pell?');
  });

  it('tells the asker in private that it may not write in a thread', async () => {
    const thread = discord.thread({ name: 'quiet' });
    const noThreads = everyonePermissions & ~Permission.sendMessagesInThreads;
    discord.setBotPermissions('general', noThreads);
    const handle = mention('who was the last keeper?', { channel: thread });
    const dm = discord.dmChannel(ada());
    await discord.until(() => discord.messages(dm).length > 0, 'a private word');
    expect(textOf(discord.messages(dm)[0])).toContain('**Send Messages in Threads**');
    expect(handle.replies).toHaveLength(0);
  });

  it('tells the asker in private when too many questions wait, and while it stops', async () => {
    await test.close();
    const library = createLibraryDouble({ delay: 300 });
    test = await startBotUnderTest({ library, bot: { layout, queueLimit: 1, concurrency: 1 } });
    discord = test.discord;
    const question = 'who was the last keeper Jonas Pell?';
    const taken = [mention(question), mention(question)];
    await discord.until(() => discord.typing().length === 2, 'both to be taken');
    mention(question, {});
    const dm = discord.dmChannel(ada());
    await discord.until(() => discord.messages(dm).length === 1, 'a private word');
    expect(textOf(discord.messages(dm)[0])).toContain('Too many questions');
    const stopped = test.bot.stop('test');
    mention(question);
    await discord.until(() => discord.messages(dm).length === 2, 'another private word');
    expect(textOf(discord.messages(dm)[1])).toContain('being restarted');
    await stopped;
    for (const handle of taken) expect(textOf(handle.replies[0])).toContain('1968');
  });
});

describe('etiquette', () => {
  it('lets a user wait who asks too much, in private', async () => {
    const test = await startBotUnderTest({ bot: { cooldown: { burst: 2, seconds: 20 } } });
    const { discord } = test;
    const user = discord.user('eager');
    const ask = () =>
      discord.slash({ user, name: 'ask', options: { question: 'Who was the keeper?' } }).settled();
    await ask();
    await ask();
    const third = await ask();
    expect(third.ephemeral).toBe(true);
    expect(textOf(third.message)).toMatch(/next question in \d+ seconds/u);
    discord.message({ user, content: `<@${discord.bot.id}> and now?` });
    await discord.until(() => discord.messages(discord.dmChannel(user)).length > 0, 'a private word');
    await test.close();
  });

  it('never logs a token, nor a question at info level', async () => {
    const test = await startBotUnderTest();
    const { discord } = test;
    const asked = discord.slash({
      user: discord.user('ada'),
      name: 'ask',
      options: { question: 'Secret keeper?' },
    });
    await asked.settled();
    await test.close();
    expect(test.log.join('\n')).not.toMatch(/Secret keeper|stand\.in\.token/u);
    expect(test.log.join('\n')).not.toContain(asked.token);
    expect(test.log.some((line) => line.includes('"request":'))).toBe(true);
  });
});
