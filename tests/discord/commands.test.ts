import { describe, expect, it } from 'vitest';
import { REGISTERED_COMMANDS } from '../../src/discord/commands/registered-commands.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../doubles/library.ts';
import { LAYOUTS } from '../../src/domain/layout.ts';
import { plainTextOf, startBotUnderTest, textOf, useBot } from './bot-under-test.ts';
import { menuValues, restatedQuestion } from './read-message.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';
const QUOTED = '**built** in 1843 by the **engineer** Alva Thorne.';

describe.each(LAYOUTS)('the bot on Discord, in %s', (layout) => {
  const bot = useBot({ bot: { layout } });

  const ada = () => bot.discord.user('ada');
  const ask = (question: string, more: object = {}) =>
    bot.discord.slash({ user: ada(), name: 'ask', options: { question, ...more } });

  it('answers /ask in public with a quotation, and registers its commands once', async () => {
    const asked = await ask(QUESTION, { article: 'lighthouse' }).settled();
    expect(asked.callback?.type).toBe(5);
    expect(asked.ephemeral).toBe(false);
    expect(textOf(asked.message)).toContain(QUOTED);
    expect(bot.discord.commands()).toHaveLength(REGISTERED_COMMANDS.length);
    expect(bot.discord.presence).toBeDefined();
  });

  it('answers privately, and shares once with everybody', async () => {
    const asked = await ask(QUESTION, { private: true }).settled();
    expect(asked.ephemeral).toBe(true);
    const shared = bot.discord.click({ user: ada(), message: asked.message, label: 'Share' });
    await shared.settled();
    await bot.discord.until(() => shared.followUps.length === 1, 'the shared answer');
    expect(textOf(shared.followUps[0])).toContain(QUOTED);
    expect(textOf(shared.followUps[0])).toContain('Shared by');
    expect(() => bot.discord.click({ user: ada(), message: asked.message, label: 'Share' })).toThrow();
    const why = await bot.discord
      .click({ user: bot.discord.user('bob'), message: shared.followUps[0], label: 'Why this?' })
      .settled();
    expect(textOf(why.message)).toContain('“built” and “engineer”');
    await bot.discord
      .click({ user: bot.discord.user('bob'), message: why.message, label: 'Details' })
      .settled();
    expect(textOf(why.message)).toContain('came first by meaning');
  });

  it('keeps a private answer to the one who asked', async () => {
    const asked = await ask(QUESTION, { private: true }).settled();
    const pried = await bot.discord
      .click({ user: bot.discord.user('bob'), message: asked.message, label: 'In context', forge: true })
      .settled();
    expect(pried.ephemeral).toBe(true);
    expect(textOf(pried.message)).toContain('Only who asked privately');
  });

  it.each(['nonsense', '1.c..short', '0.w..1.1.1.1.1.1', '1.s.'])(
    'has a polite private word for the custom_id %s',
    async (customId) => {
      const asked = await ask(QUESTION).settled();
      const forged = await bot.discord
        .click({ user: ada(), message: asked.message, customId, forge: true })
        .settled();
      expect(forged.ephemeral).toBe(true);
      expect(textOf(forged.message)).toContain('another version');
    },
  );

  it('shows the quotation in context, privately and in bold', async () => {
    const asked = await ask(QUESTION).settled();
    const context = await bot.discord
      .click({ user: bot.discord.user('bob'), message: asked.message, label: 'In context' })
      .settled();
    expect(context.ephemeral).toBe(true);
    expect(textOf(context.message)).toContain(
      '**The lighthouse of Brannoch Head was built in 1843 by the engineer Alva Thorne**.',
    );
    expect(textOf(context.message)).toContain('¶ 2');
  });

  it('finds a quotation again after the article grew, and says when it is gone', async () => {
    const asked = await ask(QUESTION).settled();
    const { title } = LIGHTHOUSE;
    bot.test.useLibrary(
      createLibraryDouble({
        articles: [makeArticle('lighthouse', `News first.\n\n${LIGHTHOUSE.text}`, { title })],
      }),
    );
    const moved = await bot.discord
      .click({ user: ada(), message: asked.message, label: 'In context' })
      .settled();
    expect(textOf(moved.message)).toContain('**¶ 2**');
    bot.test.useLibrary(
      createLibraryDouble({ articles: [makeArticle('lighthouse', 'Another text.', { title })] }),
    );
    const gone = await bot.discord
      .click({ user: ada(), message: asked.message, label: 'In context' })
      .settled();
    expect(textOf(gone.message)).toContain('no longer in the article');
  });

  it('abstains, says why, and marks the weak', async () => {
    const abstained = await ask('How tall is Mount Everest?').settled();
    expect(textOf(abstained.message)).toContain('The article does not say');
    const why = await bot.discord
      .click({ user: ada(), message: abstained.message, label: 'Why no answer?' })
      .settled();
    expect(textOf(why.message)).toContain('No passage comes close enough');
    await bot.discord.click({ user: ada(), message: why.message, label: 'Details' }).settled();
    expect(textOf(why.message)).toContain('too low for an answer');
    expect(textOf((await ask('Was the brass bell melted?').settled()).message)).toContain('Perhaps this:');
  });

  it('pages a lookup and opens what is picked', async () => {
    const text = Array.from({ length: 20 }, (_, index) => `Keeper number ${index} rowed home.`).join('\n\n');
    bot.test.useLibrary(createLibraryDouble({ articles: [makeArticle('keepers', text)] }));
    const looked = await bot.discord
      .slash({ user: ada(), name: 'lookup', options: { term: 'keeper' } })
      .settled();
    await bot.discord.click({ user: ada(), message: looked.message, label: 'Next' }).settled();
    expect(textOf(looked.message)).toContain('Page 2 of 3');
    const values = menuValues(looked.message).slice(0, 1);
    const picked = await bot.discord.select({ user: ada(), message: looked.message, values }).settled();
    expect(picked.ephemeral).toBe(true);
    expect(textOf(picked.message)).toContain('**¶ 9**');
  });

  it('turns paragraphs, and says which there are', async () => {
    const opened = await bot.discord
      .slash({ user: ada(), name: 'paragraph', options: { number: 2 } })
      .settled();
    expect(textOf(opened.message)).toContain('**¶ 2**');
    await bot.discord.click({ user: ada(), message: opened.message, label: '¶ 3 ▸' }).settled();
    expect(textOf(opened.message)).toContain('**¶ 3**');
    const none = await bot.discord
      .slash({ user: ada(), name: 'paragraph', options: { number: 99 } })
      .settled();
    expect(none.ephemeral).toBe(true);
    expect(textOf(none.message)).toContain('go from 1 to 5');
  });

  it('lists sources and helps', async () => {
    const sources = await bot.discord.slash({ user: ada(), name: 'sources' }).settled();
    expect(textOf(sources.message)).toMatch(/CC BY 4\.0[\s\S]*Index g-1/u);
    expect(textOf((await bot.discord.slash({ user: ada(), name: 'help' }).settled()).message)).toContain(
      'word for word',
    );
  });

  it('completes terms and articles', async () => {
    const options = { term: 'Cal' };
    const term = await bot.discord.autocomplete({ user: ada(), name: 'lookup', options, focused: 'term' });
    expect(term.choices).toEqual([{ name: 'Calder', value: 'Calder' }]);
    const call = {
      user: ada(),
      name: 'ask',
      options: { question: 'x', article: 'light' },
      focused: 'article',
    };
    expect((await bot.discord.autocomplete(call)).choices).toEqual([
      { name: LIGHTHOUSE.title, value: 'lighthouse' },
    ]);
  });

  it('takes messages by their menus: a source privately, an answer in public', async () => {
    const { message } = bot.discord.message({
      user: ada(),
      content: 'Ruth Calder kept the light for thirty years.',
    });
    const found = await bot.discord
      .messageMenu({ user: ada(), name: 'Find a source', target: message })
      .settled();
    expect(found.ephemeral).toBe(true);
    expect(textOf(found.message)).toContain('nearest passages');
    const asked = await bot.discord
      .messageMenu({ user: ada(), name: 'Ask about this', target: message })
      .settled();
    expect(asked.ephemeral).toBe(false);
    expect(textOf(asked.message)).toContain('**Ruth Calder kept**');
  });

  it('works in direct messages and group conversations too', async () => {
    const dm = bot.discord.slash({ user: ada(), guild: null, name: 'ask', options: { question: QUESTION } });
    expect(textOf((await dm.settled()).message)).toContain(QUOTED);
    const group = bot.discord.slash({
      user: ada(),
      channel: bot.discord.privateChannel(ada(), bot.discord.user('bob')),
      name: 'ask',
      options: { question: QUESTION },
    });
    expect(textOf((await group.settled()).message)).toContain(QUOTED);
  });

  it.each([
    '@everyone <@1> ```js ||x|| [a](https://b.c)',
    '\u202e\u2067keeper',
    'x'.repeat(4000),
    `${'*'.repeat(3990)} keeper`,
  ])('shows the question %.30s… as plain text', async (question) => {
    const asked = await ask(question).settled();
    expect(restatedQuestion(asked.message ?? {})).toBeTruthy();
  });

  it('answers privately where it may not post, and says what it lacks', async () => {
    const asked = bot.discord.slash({
      user: ada(),
      name: 'ask',
      options: { question: QUESTION },
      appPermissions: 1n << 10n,
    });
    await asked.settled();
    expect(asked.ephemeral).toBe(true);
    expect(textOf(asked.message)).toContain(
      layout === 'embeds' ? 'I lack **Send Messages**, **Embed Links**)' : 'I lack **Send Messages**)',
    );
    expect(textOf(asked.message)).toContain(QUOTED);
  });

  it('opens a nearest passage of a claim from its menu', async () => {
    const { message } = bot.discord.message({ user: ada(), content: 'The bell weighs eighty kilograms.' });
    const found = await bot.discord
      .messageMenu({ user: ada(), name: 'Find a source', target: message })
      .settled();
    const values = menuValues(found.message).slice(0, 1);
    const opened = await bot.discord.select({ user: ada(), message: found.message, values }).settled();
    expect(opened.ephemeral).toBe(true);
    expect(plainTextOf(opened.message)).toContain('The bell of Saltmere weighs eighty kilograms.');
    const pried = bot.discord.select({
      user: bot.discord.user('bob'),
      message: found.message,
      values,
      forge: true,
    });
    expect(textOf((await pried.settled()).message)).toContain('Only who asked privately');
    const forged = bot.discord.select({
      user: ada(),
      message: found.message,
      values: ['made up'],
      forge: true,
    });
    expect(textOf((await forged.settled()).message)).toContain('another version');
  });

  it('takes long messages by their menus, and says when there is no text', async () => {
    const long = bot.discord.message({
      user: ada(),
      content: `Ruth Calder kept the light. ${'word '.repeat(900)}`,
    });
    for (const name of ['Find a source', 'Ask about this']) {
      const done = await bot.discord.messageMenu({ user: ada(), name, target: long.message }).settled();
      expect(textOf(done.message)).toContain('Ruth Calder kept the light.');
    }
    const empty = bot.discord.message({ user: ada(), content: '' });
    const done = await bot.discord
      .messageMenu({ user: ada(), name: 'Ask about this', target: empty.message })
      .settled();
    expect(done.ephemeral).toBe(true);
    expect(textOf(done.message)).toContain('no text');
  });

  it('answers in threads, and privately where it may not', async () => {
    const options = { question: QUESTION };
    const thread = bot.discord.thread({ name: 'talk' });
    const inThread = await bot.discord
      .slash({ user: ada(), channel: thread, name: 'ask', options })
      .settled();
    expect(inThread.ephemeral).toBe(false);
    const shut = bot.discord.slash({
      user: ada(),
      channel: thread,
      name: 'ask',
      options,
      appPermissions: 1n << 11n,
    });
    await shut.settled();
    expect(shut.ephemeral).toBe(true);
    expect(textOf(shut.message)).toContain('**Send Messages in Threads**');
  });
});

it('answers where a user alone has installed it', async () => {
  const guilds = [
    { name: 'Library', channels: ['general'] },
    { name: 'Elsewhere', channels: ['lounge'], botIsMember: false },
  ];
  const test = await startBotUnderTest({ discord: { guilds } });
  const user = test.discord.user('ada');
  const call = { user, channel: 'lounge', name: 'ask', options: { question: QUESTION, private: true } };
  const asked = await test.discord.slash({ ...call, appPermissions: 0n }).settled();
  expect(textOf(asked.message)).toContain(QUOTED);
  const shared = test.discord.click({ user, message: asked.message, label: 'Share' });
  await test.discord.until(() => shared.followUps.length === 1, 'the shared answer');
  await test.close();
});
