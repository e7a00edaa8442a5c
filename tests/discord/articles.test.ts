import { beforeEach, describe, expect, it } from 'vitest';
import { shortHash } from '../../src/text/short-hash.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../doubles/library.ts';
import { plainTextOf, useBot } from './bot-under-test.ts';
import { buttonLabels, textOf } from './read-message.ts';

const named = (id: string, more: object = {}) =>
  makeArticle(id, `The ${id} tells of harbours.\n\nIts second paragraph ends here.`, {
    title: 'Of harbours',
    ...more,
  });
const LONG_ID = 'harbours-long'.padEnd(130, '-');
const TWINS = [
  named('harbours-moor', { author: 'Edda Moor', published: '2019' }),
  named('harbours-calder', { author: 'Ruth Calder', published: '2020' }),
  named('harbours-late', { author: 'Ruth Calder', published: '2022' }),
  named('harbours-x', { url: 'https://example.org/Harbour_(disambiguation)' }),
  named('harbours-y'),
  named(LONG_ID),
];

describe('articles of one title', () => {
  const many = Array.from({ length: 30 }, (_, i) => named(`log-${i}`, { title: `Log ${i}` }));
  const bot = useBot({ library: createLibraryDouble({ articles: [...TWINS, LIGHTHOUSE, ...many] }) });
  let discord: Discord;
  beforeEach(() => {
    ({ discord } = bot);
  });

  const ada = () => discord.user('ada');
  const paragraph = (article: string) =>
    discord.slash({ user: ada(), name: 'paragraph', options: { number: 1, article } }).settled();

  it('are told apart by as little as will do in the choices, which carry their ids', async () => {
    const options = { number: 1, article: 'of harb' };
    const call = { user: ada(), name: 'paragraph', focused: 'article', options } as const;
    const { choices } = await discord.autocomplete(call);
    expect(choices).toEqual([
      { name: 'Of harbours · Edda Moor', value: 'harbours-moor' },
      { name: 'Of harbours · Ruth Calder · 2020', value: 'harbours-calder' },
      { name: 'Of harbours · Ruth Calder · 2022', value: 'harbours-late' },
      { name: 'Of harbours · harbours-x', value: 'harbours-x' },
      { name: 'Of harbours · harbours-y', value: 'harbours-y' },
      // Discord takes 100 characters: the end of the id for a name, and its hash for a value.
      { name: `Of harbours · …${'-'.repeat(79)}`, value: shortHash(LONG_ID) },
    ]);
    const opened = choices.map(({ value }) => String(value));
    for (const [index, value] of opened.entries())
      expect(textOf((await paragraph(value)).message)).toContain(`The ${TWINS[index]?.id ?? ''} tells`);
  });

  it('are found by their authors, too', async () => {
    const options = { number: 1, article: 'calder' };
    const { choices } = await discord.autocomplete({
      user: ada(),
      name: 'paragraph',
      focused: 'article',
      options,
    });
    expect(choices.map(({ value }) => value)).toEqual(['harbours-calder', 'harbours-late']);
    expect(textOf((await paragraph('edda')).message)).toContain('The harbours-moor tells');
  });

  it('are answered and looked up from one by one, and say which it was', async () => {
    for (const [article, says] of [
      ['harbours-calder', 'Of harbours · Ruth Calder · 2020'],
      ['harbours-late', 'Of harbours · Ruth Calder · 2022'],
    ] as const) {
      const question = 'What tells the second paragraph of harbours?';
      const asked = await discord
        .slash({ user: ada(), name: 'ask', options: { question, article } })
        .settled();
      expect(plainTextOf(asked.message)).toContain(`The ${article} tells of harbours.`);
      expect(plainTextOf(asked.message)).toContain(says);
      const looked = await discord
        .slash({ user: ada(), name: 'lookup', options: { term: 'harbours', article } })
        .settled();
      expect(plainTextOf(looked.message)).toContain(`The ${article} tells`);
      expect(plainTextOf(looked.message)).toContain(says);
      const [label] = buttonLabels(asked.message).filter((each) => each.startsWith('In context'));
      const context = await discord
        .click({ user: ada(), message: asked.message, label: label ?? '' })
        .settled();
      expect(plainTextOf(context.message)).toContain(says);
    }
  });

  it('are asked about when the title was typed without choosing', async () => {
    const { message, ephemeral } = await paragraph('of harbours');
    expect(ephemeral).toBe(true);
    expect(textOf(message)).toContain('Which article?');
    expect(textOf(message)).toContain('“Of harbours · Ruth Calder · 2022”');
  });

  it('are all among the sources, a page at a time', async () => {
    const { message } = await discord.slash({ user: ada(), name: 'sources' }).settled();
    const seen = [textOf(discord.record(message ?? { id: '' })?.message)];
    for (let page = 2; page <= 4; page += 1) {
      await discord.click({ user: ada(), message, label: 'Next' }).settled();
      await discord.until(
        () => textOf(discord.record(message ?? { id: '' })?.message).includes(`Page ${page} of 4`),
        `page ${page}`,
      );
      seen.push(textOf(discord.record(message ?? { id: '' })?.message));
    }
    const all = seen.join('\n');
    for (const words of ['Edda Moor', 'id harbours\\-x', 'Log 0', 'Log 29', 'The light of Brannoch Head'])
      expect(all.replaceAll('\\', '')).toContain(words.replaceAll('\\', ''));
    expect(all).toContain('](https://example.org/Harbour_%28disambiguation%29)');
  });

  it('are not looked up by nothing', async () => {
    const { message } = await discord
      .slash({ user: ada(), name: 'lookup', options: { term: ' ' } })
      .settled();
    expect(textOf(message)).toContain('Which word?');
  });
});
