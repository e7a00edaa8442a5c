import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Discord } from '../discord-standin/driver.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';

const QUESTION = 'who was the last keeper Jonas Pell?';

describe.each([false, true])('who is spoken to, with MESSAGE_CONTENT %s,', (messageContent) => {
  let test: BotUnderTest;
  let discord: Discord;
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    const library = createLibraryDouble({ onAsk: (question) => asked.push(question) });
    test = await startBotUnderTest({ library, bot: { messageContent }, discord: { messageContent } });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const say = (content: string, more: object = {}) =>
    discord.message({ user: discord.user('ada'), content, ...more });
  const mention = (text: string, more: object = {}) => say(`<@${discord.bot.id}> ${text}`, more);
  const role = () => discord.guild().botRoleId;

  it('is the bot when its own role is mentioned; where the text is kept back, it says so', async () => {
    const answer = textOf(await say(`<@&${role()}> ${QUESTION}`).reply());
    if (messageContent) expect(answer).toContain('1968');
    else expect(answer).toContain(`Mention me myself: **<@${discord.bot.id}> who signed`);
    expect(asked).toEqual(messageContent ? [QUESTION] : []);
  });

  it('is the bot in a bare mention under a message; where that is kept back, it says so', async () => {
    const overheard = say(QUESTION);
    const answer = await mention('', { replyTo: overheard.message }).reply();
    expect(textOf(answer)).toContain(messageContent ? '1968' : 'Discord does not show me that message');
    expect(asked).toEqual(messageContent ? [QUESTION] : []);
  });

  it('is not the bot when another role is mentioned', async () => {
    await say(`<@&${discord.guild().id}> ${QUESTION}`).noReply({ withinMs: 200 });
  });

  it('is the bot in a reply that pings, unless that only says something', async () => {
    const first = await mention(QUESTION).reply();
    await say('and when was that?', { replyTo: first }).reply();
    await Promise.all(
      ['I do not believe that.', 'lol', 'thanks!', 'that is sad'].map((text) =>
        say(text, { replyTo: first }).noReply({ withinMs: 300 }),
      ),
    );
    expect(asked).toEqual([QUESTION, 'and when was that?']);
  });

  it('is the bot in a reply without a ping that asks, where its text can be read', async () => {
    const first = await mention(QUESTION).reply();
    const quiet = { replyTo: first, ping: false };
    const follow = say('and when was that?', quiet);
    if (messageContent) await follow.reply();
    else await follow.noReply({ withinMs: 300 });
    await say('the man with the bell', quiet).noReply({ withinMs: 200 });
    await say('told you so', quiet).noReply({ withinMs: 200 });
    expect(asked).toEqual(messageContent ? [QUESTION, 'and when was that?'] : [QUESTION]);
  });

  it('is the bot for every question in a thread that it opened, and not for what is said there', async () => {
    const own = discord.thread({ name: 'keepers', owner: discord.bot });
    const theirs = discord.thread({ name: 'ours' });
    const question = say(QUESTION, { channel: own });
    if (messageContent) await question.reply();
    else await question.noReply({ withinMs: 300 });
    const talk = say('who else likes lighthouses?', { channel: theirs });
    const toBob = say('what do you think?', { channel: own, replyTo: question.message });
    await Promise.all([
      say('I like lighthouses', { channel: own }).noReply({ withinMs: 300 }),
      talk.noReply({ withinMs: 300 }),
      toBob.noReply({ withinMs: 300 }),
    ]);
    expect(asked).toEqual(messageContent ? [QUESTION] : []);
  });
});

describe('what is no question', () => {
  let test: BotUnderTest;
  let discord: Discord;
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    test = await startBotUnderTest({
      library: createLibraryDouble({ onAsk: (question) => asked.push(question) }),
    });
    discord = test.discord;
  });
  afterEach(() => test.close());
  const mention = (name: string, text: string, more: object = {}) =>
    discord.message({ user: discord.user(name), content: `<@${discord.bot.id}> ${text}`, ...more });

  it('gets one sign at most, and no answer', async () => {
    const thanks = mention('ada', 'thank you!');
    await discord.until(() => discord.reactions(thanks).length > 0, 'a sign');
    const again = [
      mention('ada', 'good bot'),
      mention('bob', 'lol'),
      mention('bob', 'ok'),
      mention('bob', '👍'),
    ];
    const sticker = mention('bob', '', { sticker: true });
    await Promise.all([...again, sticker].map((handle) => handle.noReply({ withinMs: 300 })));
    expect(discord.reactions(thanks)).toEqual(['👍']);
    for (const handle of [...again, sticker]) expect(discord.reactions(handle)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('is pointed to Find a source when it states something, once', async () => {
    const claim = mention('ada', 'The lighthouse was built by Ruth Calder.');
    expect(textOf(await claim.reply())).toContain('*Find a source*');
    await mention('ada', 'I think it was Edwin.').noReply({ withinMs: 300 });
    expect(asked).toEqual([]);
  });

  it('is not taken for one because it is short', async () => {
    await mention('ada', 'ok who was the last keeper?').reply();
    await mention('ada', 'Saltmere?').reply();
    await mention('ada', 'brass bell').reply();
    expect(asked).toEqual(['ok who was the last keeper?', 'Saltmere?', 'brass bell']);
  });
});
