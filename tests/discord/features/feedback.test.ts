import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../../src/domain/layout.ts';
import type { Store } from '../../../src/domain/ports/store.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import { createMemoryStore } from '../../doubles/memory-store.ts';
import { createTestMemory, startBotUnderTest, textOf } from '../bot-under-test.ts';
import type { BotUnderTest } from '../bot-under-test.ts';
import { QUESTION } from '../lighthouse-question.ts';
import { buttonLabels } from '../read-message.ts';

describe.each(LAYOUTS)('votes on answers, in %s', (layout) => {
  let test: BotUnderTest;
  let discord: Discord;
  let store: Store;
  beforeEach(async () => {
    store = createMemoryStore();
    test = await startBotUnderTest({
      bot: { layout, memory: createTestMemory(store.exchanges, store) },
      discord: { guilds: [{ name: 'North', channels: ['north', 'attic'] }] },
    });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const ada = () => discord.user('ada');
  const bob = () => discord.user('bob');
  const ask = async (more: object = {}, options: object = {}) => {
    const call = { user: ada(), name: 'ask', options: { question: QUESTION, ...options }, ...more };
    const { message } = await discord.slash(call).settled();
    await expect.poll(() => store.exchanges.find(message?.id ?? '')).toBeDefined();
    return message;
  };
  type Message = Awaited<ReturnType<typeof ask>>;
  const votesOn = async (message: Message) =>
    (await store.feedback.of(message?.id ?? '')).map(({ vote, reason }) => [vote, reason]);
  const click = (message: Message, label: string, user = ada()) =>
    discord.click({ user, message, label }).settled();

  it('are one a person: changed, and taken back by the same button', async () => {
    const message = await ask();
    const up = await click(message, '👍 Good');
    expect(up.ephemeral).toBe(true);
    expect(textOf(up.message)).toContain('a good answer');
    await click(message, '👍 Good', bob());
    expect(await votesOn(message)).toEqual([
      ['up', undefined],
      ['up', undefined],
    ]);
    await click(message, '👎 Bad', bob());
    await click(message, '👍 Good');
    expect(await votesOn(message)).toEqual([['down', undefined]]);
  });

  it('take a reason against it, in private, or are taken back there', async () => {
    const message = await ask();
    const down = await click(message, '👎 Bad', bob());
    expect(down.ephemeral).toBe(true);
    await discord.select({ user: bob(), message: down.message, values: ['should-have-refused'] }).settled();
    expect(textOf(down.message)).toContain('Thank you');
    expect(await votesOn(message)).toEqual([['down', 'should-have-refused']]);
    await click(message, '👎 Bad', bob());
    const again = await click(message, '👎 Bad', bob());
    await click(again.message, 'Take it back', bob());
    expect(await votesOn(message)).toEqual([]);
  });

  it('stand in one row under an answer, also where it is private, and under nothing else', async () => {
    const rowsOf = (message: Message) =>
      JSON.stringify(message?.components).match(/"vote:up"[^\]]*"vote:down"/gu) ?? [];
    expect(rowsOf(await ask())).toHaveLength(1);
    const weak = await ask({}, { question: 'Was the brass bell melted?' });
    expect(rowsOf(weak)).toHaveLength(1);
    const hidden = await ask({}, { private: true });
    await click(hidden, '👎 Bad');
    expect(await votesOn(hidden)).toEqual([['down', undefined]]);
    const refused = await ask({}, { question: 'How tall is Mount Everest?' });
    const looked = await discord
      .slash({ user: ada(), name: 'lookup', options: { term: 'lighthouse' } })
      .settled();
    const why = await click(weak, 'Why this?');
    for (const { message } of [{ message: refused }, looked, why])
      expect(buttonLabels(message)).not.toContain('👍 Good');
  });

  it('are counted in direct messages, by another pseudonym', async () => {
    const message = await ask({ guild: null });
    await click(message, '👍 Good');
    const [vote] = await store.feedback.of(message?.id ?? '');
    expect(vote?.voterHash).toBe(await store.hashPerson(undefined, ada().id));
  });

  it('do nothing when they are forged', async () => {
    const hidden = await ask({}, { private: true });
    const elsewhere = await ask({ channel: 'attic' });
    const refused = await ask({}, { question: 'How tall is Mount Everest?' });
    const shown = await ask();
    await click(shown, '👎 Bad', bob());
    const forge = (message: Message, customId: string) =>
      discord.click({ user: bob(), message, customId, forge: true }).settled();
    await forge(hidden, 'vote:up');
    await forge(refused, 'vote:up');
    await forge(shown, 'vote:sideways');
    await forge(shown, 'vote:up.1');
    await forge(shown, 'vote:');
    for (const target of [hidden, elsewhere, refused]) {
      const id = target?.id ?? '';
      await forge(shown, `vote:back.${id}`);
      const customId = `vote:why.${id}`;
      const values = ['wrong-passage'];
      await discord.select({ user: bob(), message: shown, customId, values, forge: true }).settled();
      expect(await votesOn(target)).toEqual([]);
    }
    const customId = `vote:why.${shown?.id ?? ''}`;
    await discord.select({ user: bob(), message: shown, customId, values: ['x'], forge: true }).settled();
    await discord
      .select({ user: ada(), message: shown, customId, values: ['wrong-passage'], forge: true })
      .settled();
    expect(await votesOn(shown)).toEqual([['up', undefined]]);
  });

  it('are forgotten when the question is edited, because there is another answer then', async () => {
    const asked = discord.message({ user: ada(), content: `<@${discord.bot.id}> ${QUESTION}` });
    const answer = await asked.reply();
    await expect.poll(() => store.exchanges.find(answer.id)).toBeDefined();
    await click(answer, '👎 Bad');
    discord.edit(asked.message, `<@${discord.bot.id}> Was the brass bell melted?`);
    await expect.poll(async () => (await store.exchanges.find(answer.id))?.outcome).toBe('weak');
    expect(await votesOn(answer)).toEqual([]);
  });
});

it('says when a vote cannot be kept', async () => {
  const reject = () => Promise.reject(new Error('database is locked'));
  const store = createMemoryStore();
  const feedback = { ...store.feedback, of: reject };
  const test = await startBotUnderTest({
    bot: { memory: createTestMemory(store.exchanges, { ...store, feedback }) },
  });
  const { discord } = test;
  const user = discord.user('ada');
  const { message } = await discord.slash({ user, name: 'ask', options: { question: QUESTION } }).settled();
  const voted = await discord.click({ user, message, label: '👍 Good' }).settled();
  expect(textOf(voted.message)).toContain('could not keep');
  await test.close();
});
