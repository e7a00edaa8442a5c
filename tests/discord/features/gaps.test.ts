import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderGapExport } from '../../../src/discord/features/gaps/export-gaps.ts';
import { LAYOUTS } from '../../../src/domain/layout.ts';
import type { Store } from '../../../src/domain/ports/store.ts';
import { wordsIn } from '../../../src/words/words.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import { createHashEmbedder } from '../../doubles/hash-embedder.ts';
import { createLibraryDouble } from '../../doubles/library.ts';
import { createMemoryStore } from '../../doubles/memory-store.ts';
import { createTestMemory, plainTextOf, startBotUnderTest, textOf } from '../bot-under-test.ts';
import type { BotUnderTest } from '../bot-under-test.ts';
import { QUESTION } from '../lighthouse-question.ts';
import { buttonLabels, menuValues, shownQuotations } from '../read-message.ts';

const MANAGER = 1n << 5n;
const UNANSWERED = 'How tall is Mount Everest?';
const AUTHOR = { by: 'boss', at: '2026-03-01T10:00:00.000Z' };

const embedQuestion = async (text: string) => (await createHashEmbedder().encodeQuestion(text)).vector;

describe.each(LAYOUTS)('questions without an answer, in %s', (layout) => {
  let test: BotUnderTest;
  let discord: Discord;
  let store: Store;
  beforeEach(async () => {
    store = createMemoryStore();
    test = await startBotUnderTest({
      bot: { layout, embedQuestion, memory: createTestMemory(store.exchanges, store) },
      discord: {
        guilds: [
          { name: 'North', channels: ['north'] },
          { name: 'Away', channels: ['away'], botIsMember: false },
        ],
      },
    });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const north = () => discord.guild('North').id;
  const manager = () => ({ user: discord.user('boss'), memberPermissions: MANAGER });
  const ask = async (name: string, question = UNANSWERED, more: object = {}) => {
    const call = { user: discord.user(name), name: 'ask', options: { question }, channel: 'north', ...more };
    const { message } = await discord.slash(call).settled();
    await expect.poll(() => store.exchanges.find(message?.id ?? '')).toBeDefined();
    return message;
  };
  const kept = () => store.gaps.list(north(), '');
  const keptBecomes = (number: number) => expect.poll(async () => (await kept()).length).toBe(number);
  const panel = () => discord.slash({ ...manager(), name: 'gaps' }).settled();
  const openGaps = async () => (await panel()).message;
  type Message = Awaited<ReturnType<typeof openGaps>>;
  const click = (message: Message, label: string) =>
    discord.click({ ...manager(), message, label }).settled();

  it('are kept for the managers, who see no words of fewer than three', async () => {
    await ask('ada');
    await ask('bob', 'how tall is mount everest');
    await keptBecomes(2);
    const two = await openGaps();
    expect(plainTextOf(two)).toContain('1. A question about “The light of Brannoch Head”');
    expect(plainTextOf(two)).toContain('2 people · asked 2 times · by week, the last 8: 0 0 0 0 0 0 0 2');
    expect(shownQuotations(two ?? {})).toHaveLength(1);
    expect(JSON.stringify(two)).not.toContain('verest');
    await ask('cyd', 'Mount Everest is how tall?');
    await keptBecomes(3);
    expect(plainTextOf(await openGaps())).toMatch(/1\. .*everest/iu);
    await ask('ada', 'Who paints Vulcanian ceilings?');
    await keptBecomes(4);
    expect(JSON.stringify(await openGaps())).not.toContain('Vulcanian');
    await store.settings.change(north(), { gapWording: true }, AUTHOR);
    await expect.poll(async () => plainTextOf(await openGaps()), { timeout: 5000 }).toContain('Vulcanian');
  });

  it('are dismissed as they were seen, and exported', async () => {
    await ask('ada');
    await ask('ada', 'Who paints Vulcanian ceilings?');
    await keptBecomes(2);
    const opened = await panel();
    const exported = await click(opened.message, 'Export');
    expect(exported.message?.attachments.map(({ filename }) => filename)).toEqual(['gaps.csv']);
    const [first = ''] = menuValues(opened.message);
    await discord.select({ ...manager(), message: opened.message, values: [first] }).settled();
    expect(textOf(opened.message)).toContain('Dismissed: 1 question.');
    await keptBecomes(1);
    const hint = await click(opened.message, 'Add an article');
    expect(textOf(hint.message)).toContain('/articles add');
    const [second = ''] = menuValues(opened.message);
    await discord.select({ ...manager(), message: opened.message, values: [second] }).settled();
    expect(textOf(opened.message)).toContain('Nothing in the last 90 days');
  });

  it('have pages', async () => {
    const words = ['alpha', 'bravo', 'gecko', 'delta', 'omega'];
    for (const word of words) await ask('ada', `${word} ${word} ${word} ${word}?`);
    await keptBecomes(5);
    const opened = await panel();
    expect(menuValues(opened.message)).toHaveLength(4);
    await click(opened.message, 'Next');
    expect(menuValues(opened.message)).toHaveLength(1);
    expect(textOf(opened.message)).toContain('Page 2 of 2');
  });

  it('are for managers alone, whatever is forged', async () => {
    await ask('ada');
    await keptBecomes(1);
    const message = await openGaps();
    const mallory = discord.user('mallory');
    const refused = await discord.slash({ user: mallory, name: 'gaps' }).settled();
    expect(textOf(refused.message)).toContain('Manage Server');
    const [value = ''] = menuValues(message);
    const press = { user: mallory, message, forge: true };
    for (const customId of ['gaps:page.0', 'gaps:export', 'gaps:add']) {
      const pressed = await discord.click({ ...press, customId }).settled();
      expect(textOf(pressed.message)).toContain('Manage Server');
    }
    await discord.select({ ...press, customId: 'gaps:dismiss.0', values: [value] }).settled();
    for (const forged of ['', 'x', `${value}9999`, 'none.1', `${value.split('.')[0] ?? ''}.0`])
      await discord
        .select({ ...manager(), message, customId: 'gaps:dismiss.0', values: [forged], forge: true })
        .settled();
    await discord.click({ ...manager(), message, customId: 'gaps:nothing', forge: true }).settled();
    expect((await kept()).length).toBe(1);
  });

  it('are not kept of direct messages, other servers, answers, or where the server does not want it', async () => {
    const direct = await ask('ada', UNANSWERED, { channel: undefined, guild: null });
    const away = await ask('ada', UNANSWERED, { channel: 'away' });
    await ask('ada', QUESTION);
    await store.settings.change(north(), { gapReports: false }, AUTHOR);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const off = await ask('ada');
    for (const message of [direct, away, off])
      expect(buttonLabels(message)).toEqual(['Nearest passages', 'Why no answer?', 'Delete']);
    expect(await store.gaps.servers()).toEqual([]);
    expect(textOf(await openGaps())).toContain('does not keep such questions');
  });

  it('are also those whose answer is called bad, as long as it is', async () => {
    const message = await ask('ada', QUESTION);
    const vote = (name: string, label: string) =>
      discord.click({ user: discord.user(name), message, label }).settled();
    await vote('bob', '👎 Bad');
    await keptBecomes(1);
    expect((await kept())[0]).toMatchObject({ question: QUESTION, outcome: 'strong' });
    expect((await kept())[0]?.askerHash).toBe(await store.hashPerson(north(), discord.user('ada').id));
    await vote('bob', '👍 Good');
    await keptBecomes(0);
  });

  it('go with their answer, and with the question that was edited', async () => {
    const message = await ask('ada');
    await keptBecomes(1);
    await discord.click({ user: discord.user('ada'), message, label: 'Delete' }).settled();
    await keptBecomes(0);
    const mention = (text: string) => `<@${discord.bot.id}> ${text}`;
    const asked = discord.message({ user: discord.user('ada'), content: mention(UNANSWERED) });
    await asked.reply();
    await keptBecomes(1);
    discord.edit(asked.message, mention(QUESTION));
    await keptBecomes(0);
  });
});

it('exports a table that spreadsheets read, and do not run', () => {
  const at = '2026-03-01T10:00:00.000Z';
  const group = {
    id: '1',
    ids: ['1'],
    voices: 3,
    first: at,
    last: at,
    weeks: [0, 1],
    wording: ' =HYPERLINK("x")',
  };
  const view = renderGapExport(wordsIn('en'), [group], createLibraryDouble());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(view.files?.[0]?.bytes);
  expect(text.startsWith('\ufeffaskers,')).toBe(true);
  expect(text).toContain(`,"' =HYPERLINK(""x"")",`);
});
