import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { QuestionOptions } from '../../src/domain/question.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import type { APIMessage } from 'discord-api-types/v10';
import type { Discord } from '../discord-standin/driver.ts';
import { allComponents } from '../discord-standin/message-components.ts';
import { createLibraryDouble } from '../doubles/library.ts';
import { createMemoryExchangeStore } from '../doubles/memory-exchange-store.ts';
import { createMemorySettingsStore } from '../doubles/memory-settings-store.ts';
import { createTestMemory, startBotUnderTest, textOf } from './bot-under-test.ts';

const MANAGER = PermissionFlagsBits.ManageGuild;
const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';

interface Scene {
  readonly discord: Discord;
  readonly settings: Store['settings'];
  readonly asked: { readonly question: string; readonly options: QuestionOptions }[];
  readonly log: readonly string[];
}

async function open(
  options: { readonly parts?: Partial<Store>; readonly messageContent?: boolean } = {},
): Promise<Scene> {
  const settings = options.parts?.settings ?? createMemorySettingsStore();
  const asked: { question: string; options: QuestionOptions }[] = [];
  const { messageContent = false } = options;
  const test = await startBotUnderTest({
    library: createLibraryDouble({ onAsk: (question, given) => asked.push({ question, options: given }) }),
    bot: { memory: createTestMemory(createMemoryExchangeStore(), { settings }), messageContent },
    discord: { messageContent },
  });
  onTestFinished(() => test.close());
  return { discord: test.discord, settings, asked, log: test.log };
}

/** The panel as a manager goes through it. */
function managing({ discord }: Scene, memberPermissions = MANAGER) {
  const user = discord.user('ada');
  const panel = async () =>
    (await discord.slash({ user, name: 'settings', memberPermissions }).settled()).message;
  const choose = async (message: APIMessage | undefined, customId: string, values: readonly string[]) => {
    const chosen = discord.select({ user, message, customId, values, memberPermissions });
    return (await chosen.settled()).message;
  };
  const press = (message: APIMessage | undefined, label: string) =>
    discord.click({ user, message, label, memberPermissions }).settled();
  const set = async (field: string, values: readonly string[], part = field) =>
    choose(await choose(await panel(), 'settings:open', [field]), `settings:put.${part}`, values);
  return { user, panel, choose, press, set };
}

async function ask(discord: Discord, name = 'bob', options: object = {}) {
  return discord
    .slash({ user: discord.user(name), name: 'ask', options: { question: QUESTION, ...options } })
    .settled();
}

describe('/settings', () => {
  it('shows all that is decided, privately, to managers alone', async () => {
    const scene = await open();
    const shown = await managing(scene).panel();
    expect(textOf(shown)).toMatch(/Strictness.*as the bot has it[^]*Where it answers.*everywhere/);
    expect(scene.discord.record(shown ?? { id: '' })?.ephemeralFor).toBe(scene.discord.user('ada').id);
    const refused = await managing(scene, 0n).panel();
    expect(textOf(refused)).toContain('**Manage Server**');
    expect(textOf(refused)).not.toContain('Strictness');
  });

  it('is refused to who has lost the right, with the panel still open', async () => {
    const scene = await open();
    const { panel, user } = managing(scene);
    const message = await panel();
    const press = { user, message, customId: 'settings:open', values: ['strictness'] };
    const later = await scene.discord.select(press).settled();
    expect(textOf(later.message)).toContain('**Manage Server**');
    const forged = { user, message, customId: 'settings:put.strictness', values: ['lenient'], forge: true };
    await scene.discord.select(forged).settled();
    expect(await scene.settings.read(scene.discord.guild().id)).not.toHaveProperty('strictness');
  });

  it('changes how sure an answer has to be, for the next question already', async () => {
    const scene = await open();
    const changed = await managing(scene).set('strictness', ['strict']);
    expect(textOf(changed)).toContain('**Strictness**: as the bot has it → strict');
    await ask(scene.discord);
    expect(scene.asked.at(-1)?.options).toMatchObject({ strictness: 'strict' });
    await managing(scene).set('strictness', ['default']);
    await ask(scene.discord);
    expect(scene.asked.at(-1)?.options).not.toHaveProperty('strictness');
  });

  it('is undone by one button, and says so in its history', async () => {
    const scene = await open();
    const { set, press, panel } = managing(scene);
    const changed = await set('privateByDefault', ['on']);
    expect((await ask(scene.discord)).ephemeral).toBe(true);
    expect((await ask(scene.discord, 'bob', { private: false })).ephemeral).toBe(false);
    const undone = await press(changed, 'Undo');
    expect(textOf(undone.message)).toContain('Taken back: **Private answers** is off again.');
    expect((await ask(scene.discord)).ephemeral).toBe(false);
    const history = await press(await panel(), 'History');
    expect(textOf(history.message)).toMatch(/1\. .*on → off\n2\. .*off → on/);
    expect(textOf(history.message)).toContain(`<@${scene.discord.user('ada').id}>`);
    const twice = await press(history.message, 'Undo 2');
    expect(textOf(twice.message)).toContain('changed again since');
  });

  it('lets it answer in some channels only: elsewhere commands are private, and messages get a word in private', async () => {
    const scene = await open();
    const { discord } = scene;
    const { set, choose } = managing(scene);
    const quiet = discord.channel('reading-room').id;
    const shown = await set('answerIn', ['except'], 'answerIn.mode');
    await choose(shown, 'settings:put.answerIn.channels', [quiet]);
    const asked = discord.slash({
      user: discord.user('bob'),
      channel: 'reading-room',
      name: 'ask',
      options: { question: QUESTION },
    });
    expect((await asked.settled()).ephemeral).toBe(true);
    expect(textOf(asked.message)).toContain('only in private');
    expect((await ask(discord)).ephemeral).toBe(false);
    const content = `<@${discord.bot.id}> ${QUESTION}`;
    const said = discord.message({ user: discord.user('bob'), channel: 'reading-room', content });
    await said.noReply();
    const direct = discord.messages(discord.dmChannel(discord.user('bob')));
    expect(textOf(direct.at(-1))).toContain('I do not answer messages');
    const thread = discord.thread({ channel: 'reading-room', name: 'aside' });
    await discord.message({ user: discord.user('eve'), channel: thread, content }).noReply();
    expect(await discord.message({ user: discord.user('bob'), content }).reply()).toBeDefined();
  });

  it('lets it speak unasked in some channels: when it is sure, and else without a trace', async () => {
    const scene = await open({ messageContent: true });
    const { discord } = scene;
    await managing(scene).set('speaksIn', [discord.channel('reading-room').id]);
    const user = discord.user('bob');
    const say = (content: string, channel = 'reading-room') => discord.message({ user, channel, content });
    const sure = say(QUESTION);
    expect(textOf(await sure.reply())).toContain('Alva Thorne');
    // Found, but not surely; nothing at all; no question; said to somebody.
    for (const content of ['Was the brass bell melted?', 'Who won the cup in 1966?', 'Nice weather today.'])
      await say(content).noReply();
    await say(`<@${discord.user('eve').id}> ${QUESTION}`).noReply();
    await say(QUESTION, 'general').noReply();
    expect(discord.typing('reading-room')).toEqual([]);
  });

  it('says that messages have to be shown to it for that', async () => {
    const scene = await open();
    const { panel, choose } = managing(scene);
    expect(textOf(await choose(await panel(), 'settings:open', ['speaksIn']))).toContain('MESSAGE_CONTENT');
  });

  it('lays answers out as the server wants', async () => {
    const scene = await open();
    await managing(scene).set('layout', ['embeds']);
    expect((await ask(scene.discord)).message?.embeds).toHaveLength(1);
  });

  it('takes the rounds and seconds of a quiz by a form, and refuses what is no number', async () => {
    const scene = await open();
    const { choose, panel, user } = managing(scene);
    const shown = await choose(await panel(), 'settings:open', ['quiz']);
    const fill = async (rounds: string, seconds: string) => {
      const from = scene.discord.click({ user, message: shown, label: 'Change', memberPermissions: MANAGER });
      await from.acknowledged();
      const values = { rounds, seconds };
      return scene.discord.modalSubmit({ user, from, values, memberPermissions: MANAGER }).settled();
    };
    expect(textOf((await fill('many', '30')).message)).toContain('no whole number from 1 to 20');
    expect(textOf((await fill('7', '0')).message)).toContain('7 rounds, no limit, choosing');
    const { quiz } = await scene.settings.read(scene.discord.guild().id);
    expect(quiz).toEqual({ rounds: 7, seconds: 0, mode: 'choice' });
  });

  it('says so when a change could not be kept, and goes on with what was', async () => {
    const broken = createMemorySettingsStore();
    const scene = await open({
      parts: { settings: { ...broken, change: () => Promise.reject(new Error('disk full')) } },
    });
    const { panel, choose, user } = managing(scene);
    const shown = await choose(await panel(), 'settings:open', ['gapReports']);
    const values = ['off'];
    const chosen = { user, message: shown, customId: 'settings:put.gapReports', values };
    const told = await scene.discord.select({ ...chosen, memberPermissions: MANAGER }).settled();
    expect(textOf(told.message)).toContain('nothing has changed');
    expect(textOf((await ask(scene.discord)).message)).toContain('Alva Thorne');
  });

  it.each([
    'settings:put.strictness',
    'settings:put.nonsense',
    'settings:open',
    'settings:undo.99999',
    'settings:undo.x',
    'settings:form.x',
    'settings:',
    `settings:put.${'x'.repeat(80)}`,
  ])('takes a forged %s for what it is', async (customId) => {
    const scene = await open();
    const { panel, user } = managing(scene);
    const message = await panel();
    const values = ['no such value'];
    const forged = { user, message, customId, values, forge: true, memberPermissions: MANAGER };
    const told = await scene.discord.select(forged).settled();
    expect(textOf(told.message)).toMatch(/another version|no such change/);
    expect(await scene.settings.changes(scene.discord.guild().id, 5)).toEqual([]);
  });

  it('shows every setting with its choices', async () => {
    const scene = await open();
    const { panel, choose } = managing(scene);
    const menu = allComponents((await panel())?.components).find(({ type }) => type === 3);
    const fields = (menu?.['options'] as readonly { readonly value: string }[]).map(({ value }) => value);
    expect(fields).toHaveLength(12);
    for (const field of fields) {
      const shown = await choose(await panel(), 'settings:open', [field]);
      expect(allComponents(shown?.components).some(({ type }) => [3, 6, 8].includes(Number(type)))).toBe(
        true,
      );
    }
  });
});
