import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/domain/layout.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { allComponents } from '../discord-standin/message-components.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../doubles/library.ts';
import { plainTextOf, startBotUnderTest, textOf } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';
import { menuValues, shownQuotations } from './read-message.ts';

const KEEPERS = makeArticle(
  'keepers',
  'A keeper rowed home. Rain fell.\n\nThe keeper slept. The keeper woke.',
);

describe.each(LAYOUTS)('finding one’s way in the articles, in %s', (layout) => {
  let test: BotUnderTest;
  let discord: Discord;
  beforeEach(async () => {
    test = await startBotUnderTest({
      bot: {
        layout,
        getExamples: () => ['Who was the last keeper?', 'b?', 'c?', 'd?'],
        sourceUrl: 'https://example.org/source',
      },
    });
    discord = test.discord;
  });
  afterEach(() => test.close());

  const ada = () => discord.user('ada');
  const slash = (name: string, options: Readonly<Record<string, string | boolean | number>> = {}) =>
    discord.slash({ user: ada(), name, options }).settled();

  it('looks a term up like an index: by article, in reading order, with counts', async () => {
    test.useLibrary(createLibraryDouble({ articles: [LIGHTHOUSE, KEEPERS] }));
    const { message } = await slash('lookup', { term: 'keeper' });
    const text = textOf(message);
    expect(text).toContain('5 passages in 2 articles');
    const order = [
      '**The light of Brannoch Head** · 2 passages',
      'the **keeper** Ruth',
      'last **keeper**',
      '**keepers** · 3 passages',
      'A **keeper** rowed',
      'The **keeper** slept',
      'The **keeper** woke',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('looks into one article, and privately', async () => {
    test.useLibrary(createLibraryDouble({ articles: [LIGHTHOUSE, KEEPERS] }));
    const looked = await slash('lookup', { term: 'keeper', article: 'keepers', private: true });
    expect(looked.ephemeral).toBe(true);
    expect(shownQuotations(looked.message ?? {})).toHaveLength(3);
    const none = await slash('lookup', { term: 'whale', article: 'keepers' });
    expect(textOf(none.message)).toContain('Nothing about “whale” in “keepers”');
    const unknown = await slash('lookup', { term: 'keeper', article: 'no such' });
    expect(unknown.ephemeral).toBe(true);
  });

  it('turns the pages of a lookup in one article, for who asked alone', async () => {
    const text = Array.from({ length: 10 }, (_, index) => `Keeper number ${index} rowed home.`).join('\n\n');
    test.useLibrary(createLibraryDouble({ articles: [makeArticle('log', text), KEEPERS] }));
    const looked = await slash('lookup', { term: 'keeper', article: 'log', private: true });
    await discord.click({ user: ada(), message: looked.message, label: 'Next' }).settled();
    expect(shownQuotations(looked.message ?? {})).toHaveLength(2);
    const bob = { user: discord.user('bob'), message: looked.message, label: 'Previous', forge: true };
    expect(textOf((await discord.click(bob).settled()).message)).toContain('Only who asked privately');
  });

  it('shows an outline, and opens a section of it', async () => {
    const { message } = await slash('outline');
    expect(textOf(message)).toContain('- **The tower** · ¶\u00a01–2\n- **The keepers** · ¶\u00a03–4');
    const values = menuValues(message).slice(1, 2);
    const opened = await discord.select({ user: ada(), message, values }).settled();
    expect(plainTextOf(opened.message)).toContain('¶ 3');
  });

  it('turns the pages of a long outline, and asks which article is meant', async () => {
    const text = Array.from({ length: 30 }, (_, index) => `Part ${index}\n\nIt rained.`).join('\n\n');
    test.useLibrary(createLibraryDouble({ articles: [makeArticle('long', text), KEEPERS] }));
    expect(textOf((await slash('outline')).message)).toContain('Which article?');
    const { message } = await slash('outline', { article: 'long' });
    expect(textOf(message)).toContain('Page 1 of 2');
    const next = discord.click({ user: ada(), message, label: 'Next' });
    expect(textOf((await next.settled()).message)).toContain('**Part 29**');
    expect(textOf((await slash('outline', { article: 'keepers' })).message)).toContain('no headings');
  });

  it('does not sum up: it says why, and quotes what each section begins with', async () => {
    const { message } = await slash('ask', { question: 'Please summarise the article' });
    expect(textOf(message)).toContain('I write nothing myself');
    const shown = shownQuotations(message ?? {});
    expect(shown).toHaveLength(3);
    for (const quotation of shown) expect(LIGHTHOUSE.text).toContain(quotation);
    const outline = discord.click({ user: ada(), message, label: 'Outline (3)' });
    expect(textOf((await outline.settled()).message)).toContain('**The bell** · ¶\u00a05');
    test.useLibrary(createLibraryDouble({ articles: [LIGHTHOUSE, KEEPERS] }));
    expect(textOf((await slash('ask', { question: 'tl;dr' })).message)).toContain('/outline');
  });

  it('helps with three questions that are sure of an answer, and links', async () => {
    const { message } = await slash('help');
    expect(textOf(message)).toContain('- Who was the last keeper?\n- b?\n- c?');
    expect(textOf(message)).not.toContain('d?');
    const urls = allComponents(message?.components).flatMap(({ url }) => (url === undefined ? [] : [url]));
    expect(urls).toEqual([test.bot.identity.inviteUrl, 'https://example.org/source']);
    expect(textOf(message).length).toBeLessThan(600);
  });
});
