import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/domain/layout.ts';
import type { Library } from '../../src/domain/library.ts';
import type { InteractionHandle } from '../discord-standin/interaction-handle.ts';
import { createLibraryDouble, makeArticle } from '../doubles/library.ts';
import { textOf, useBot } from './bot-under-test.ts';
import { shownQuotations } from './read-message.ts';

/** Passages that would format, mention or mislead if they were not shown as they stand. */
const HOSTILE = [
  'The keeper wrote @everyone <@1> <@&2> <#3> and @here about the weather of the lighthouse.',
  '```js\nThe keeper of the lighthouse``` wrote about ||the weather|| and ~~storms~~ `there`.',
  'The keeper of the lighthouse [wrote](https://evil.example) about <https://evil.example> weather.',
  '\u202eThe keeper\u2067 of the lighthouse\u202c wrote about the weather\u200f.',
  `# The keeper of the lighthouse.\n> - 1. wrote *about* __the__ weather **there** \\\\ .`,
  `The keeper of the lighthouse wrote about the weather ${'*_~`|'.repeat(800)}.`,
];

describe.each(LAYOUTS)('passages that are long or would format, in %s', (layout) => {
  const bot = useBot({ bot: { layout } });

  const ada = () => bot.discord.user('ada');
  const ask = (question: string, more: object = {}) =>
    bot.discord.slash({ user: ada(), name: 'ask', options: { question, ...more } });

  it('opens the rest of a passage that was too long, part by part, to who asked alone', async () => {
    const sentences = Array.from(
      { length: 90 },
      (_, index) => `On day ${index} the keeper wrote about the weather.`,
    );
    const text = sentences.join(' ');
    const library = createLibraryDouble({ articles: [makeArticle('log', text)] });
    bot.test.useLibrary(withWholeParagraph(library));
    const asked = await ask('What did the keeper write about weather?', { private: true }).settled();
    expect(textOf(asked.message)).toContain('The passage goes on after this sentence.');
    const click = (message: InteractionHandle['message'], label: string, user = ada(), forge = false) =>
      bot.discord.click({ user, message, label, forge }).settled();
    const opened = await click(asked.message, 'Read on');
    expect(opened.ephemeral).toBe(true);
    const read = [shownQuotations(opened.message ?? {})[0]];
    expect(textOf((await click(opened.message, 'Read on', bot.discord.user('bob'), true)).message)).toContain(
      'Only who asked',
    );
    while (textOf(opened.message).includes('Read on')) {
      await click(opened.message, 'Read on');
      read.push(shownQuotations(opened.message ?? {})[0]);
    }
    expect(read.length).toBeGreaterThan(1);
    expect(read.join(' ')).toBe(text);
  });

  it.each(HOSTILE)('quotes the passage %.30s… as plain text, and links to it', async (passage) => {
    const article = makeArticle('hostile', `${passage}\n\nThe keeper Ruth Calder saw that.`, {
      title: '@everyone [x](https://y.z) ||t||',
      url: 'https://example.org/a_(b)',
    });
    bot.test.useLibrary(createLibraryDouble({ articles: [article] }));
    const options = { term: 'keeper' };
    for (const handle of [
      ask(`keeper lighthouse weather? ${passage}`.slice(0, 4000)),
      bot.discord.slash({ user: ada(), name: 'lookup', options }),
      bot.discord.slash({ user: ada(), name: 'paragraph', options: { number: 1 } }),
    ]) {
      const { message } = await handle.settled();
      const shown = shownQuotations(message ?? {});
      expect(shown.length).toBeGreaterThan(0);
      for (const quotation of shown) expect(article.text).toContain(quotation);
      const bare = textOf(message).replaceAll(/\\./gu, '');
      expect(bare).not.toMatch(/@everyone|<@|`|\|\||~~/u);
      expect(textOf(message)).not.toMatch(/[\u200b\u200c\u2060\ufeff]/u);
    }
  });
});

/** Answers with the whole first paragraph of its first article. */
function withWholeParagraph(library: Library): Library {
  return {
    ...library,
    async ask(question, options) {
      const outcome = await library.ask(question, options);
      const [block] = library.sources().entries[0]?.article.blocks ?? [];
      const text = library.sources().entries[0]?.article.text ?? '';
      if (outcome.reply.kind !== 'answer' || !block) throw new Error('The double was expected to answer.');
      const [first] = outcome.reply.excerpts;
      const excerpt = {
        ...first,
        start: block.start,
        end: block.end,
        text: text.slice(block.start, block.end),
      };
      return { ...outcome, reply: { ...outcome.reply, excerpts: [excerpt] } };
    },
  };
}
