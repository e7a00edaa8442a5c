import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/discord/messages/answer-question.ts';
import { LAYOUTS } from '../../../src/domain/layout.ts';
import type { MessageView } from '../../../src/discord/messages/message-view.ts';
import { renderLookup } from '../../../src/discord/messages/render-lookup.ts';
import { renderParagraph } from '../../../src/discord/messages/render-paragraph.ts';
import { renderHelp } from '../../../src/discord/messages/render-help.ts';
import { renderSources } from '../../../src/discord/messages/render-sources.ts';
import { formsOf } from '../../../src/discord/messages/serialise-message.ts';
import type { AskOutcome } from '../../../src/domain/library.ts';
import { createLibraryDouble, LIGHTHOUSE, makeArticle } from '../../doubles/library.ts';
import { buttonLabels, restatedQuestion, shownQuotations, textOf } from '../read-message.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { expectWithinLimits } from './message-limits.ts';

const HOSTILE =
  'Keeper @everyone <@1> ```js ||spoiler|| [click](https://evil.example) \u202ertl\u202c ~~x~~ # head `code` *star* \\ back.';
const library = createLibraryDouble();

type Tail<T extends readonly unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

const words = wordsIn('en');

describe.each(LAYOUTS)('in %s', (layout) => {
  /** In its full form, after every form was checked. */
  function show(view: MessageView) {
    const forms = formsOf(view, layout);
    for (const form of forms) expectWithinLimits(form);
    return forms[0];
  }

  async function bodyOf(...asked: Tail<Parameters<typeof answerQuestion>>) {
    return show((await answerQuestion(words, ...asked)).body);
  }

  describe('an answer', () => {
    it('restates the question, quotes word for word, and cites title, paragraph and a link to the words', async () => {
      const body = await bodyOf('Which engineer built the lighthouse of Brannoch Head?', library);
      expect(restatedQuestion(body)).toBe('Which engineer built the lighthouse of Brannoch Head?');
      expect(shownQuotations(body)[0]).toBe(
        'The lighthouse of Brannoch Head was built in 1843 by the engineer Alva Thorne.',
      );
      expect(textOf(body)).toContain('**built** in 1843 by the **engineer** Alva');
      expect(textOf(body)).toMatch(
        /-# \*The light of Brannoch Head\*, ¶\u00a01 · \[Read it in the article\]\(https:\/\/example\.org\/lighthouse#:~:text=The%20lighthouse[^)]*\)/u,
      );
    });

    it('says of a weak one that it may not answer the question', async () => {
      const body = await bodyOf('Was the brass bell melted?', library);
      expect(textOf(body)).toContain('Perhaps this:');
    });

    it('says in one line that the article does not say, and keeps the closest passages behind a button', async () => {
      const body = await bodyOf('How tall is Mount Everest?', library);
      expect(textOf(body)).toMatch(/How tall is Mount Everest\?\n\*\*The article does not say\.\*\*$/u);
      expect(buttonLabels(body)).toEqual(['Nearest passages', 'Why no answer?', 'Delete']);
    });

    it('drops a quotation that no longer stands in the article, and says so', async () => {
      const outcome = await library.ask('Which engineer built the lighthouse of Brannoch Head?');
      const changed = makeArticle('lighthouse', `Now. ${LIGHTHOUSE.text}`);
      const other = {
        ...createLibraryDouble({ articles: [changed] }),
        ask: (): Promise<AskOutcome> => Promise.resolve(outcome),
      };
      const body = await bodyOf('Which?', other);
      expect(textOf(body)).toContain('I have no quotation to show');
      expect(shownQuotations(body)).toEqual([]);
    });

    it('ends a long excerpt where a sentence ends, with a button that opens the rest', async () => {
      const sentence =
        'The keeper wrote about the weather and the ships that passed the tower every single day. ';
      const text = sentence.repeat(40).trim();
      const long = makeArticle('long', text);
      const double = createLibraryDouble({ articles: [long] });
      const [block] = long.blocks;
      const outcome = await double.ask('What did the keeper write about weather?');
      if (outcome.reply.kind !== 'answer' || !block) throw new Error('The double was expected to answer.');
      const [first] = outcome.reply.excerpts;
      const whole = { ...first, start: block.start, end: block.end, text };
      const reply = { ...outcome.reply, excerpts: [whole] as const };
      const body = await bodyOf('What?', {
        ...double,
        ask: () => Promise.resolve({ ...outcome, reply }),
      });
      const shown = shownQuotations(body)[0] ?? '';
      expect(text.startsWith(shown)).toBe(true);
      expect(shown.endsWith('every single day.')).toBe(true);
      expect(shown.length).toBeGreaterThan(1000);
      expect(buttonLabels(body)).toContain('Read on');
    });
  });

  describe('hostile text', () => {
    const article = makeArticle(
      'hostile',
      `${HOSTILE}\n\n${'*_~`|'.repeat(900)} keeper.\n\nAnother keeper of ships.`,
      {
        title: '@everyone [x](https://y.z) ||t||',
        url: 'https://example.org/a_(b)',
      },
    );
    const double = createLibraryDouble({ articles: [article] });

    it.each([
      HOSTILE,
      '```'.repeat(1000),
      `${'a '.repeat(1990)}keeper`,
      'x'.repeat(4000),
      '\u202e\u2067@everyone keeper everyone spoiler click',
      '> # - + 1. keeper',
    ])('shows the question %.40s… inside all limits and as it was asked', async (question) => {
      const body = await bodyOf(question, double);
      const restated = restatedQuestion(body) ?? '';
      const plain = question.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '').replace(/\s+/gu, ' ');
      expect(plain.startsWith(restated.replace(/…$/u, ''))).toBe(true);
      for (const quotation of shownQuotations(body)) expect(article.text).toContain(quotation);
    });

    it('fits into lookups, paragraphs, sources and help', () => {
      const view = double.paragraph('hostile', 2);
      if (!view) throw new Error('The hostile article has three paragraphs.');
      for (const shown of [
        renderLookup(words, { term: 'keeper' }, double),
        renderParagraph(words, view, double),
        renderSources(words, double),
        renderHelp(words, double, { examples: [HOSTILE], inviteUrl: 'https://example.org/' }),
      ]) {
        const body = show(shown);
        expect(textOf(body)).not.toMatch(/(?<!\\)@everyone|<@1>|(?<!\\)\|\|/u);
      }
    });

    it('says too long instead of failing', async () => {
      expect(textOf(await bodyOf('y'.repeat(4001), double))).toContain('at most 4000');
    });
  });

  describe('a lookup', () => {
    it('shows 8 passages a page with a menu to open them', () => {
      const text = Array.from({ length: 20 }, (_, index) => `Keeper number ${index} rowed home.`).join(
        '\n\n',
      );
      const double = createLibraryDouble({ articles: [makeArticle('keepers', text)] });
      const first = show(renderLookup(words, { term: 'keeper' }, double));
      const last = show(renderLookup(words, { term: 'keeper', page: 99 }, double));
      expect(shownQuotations(first)).toHaveLength(8);
      expect(shownQuotations(last)).toHaveLength(4);
      expect(textOf(last)).toMatch(/20 passages\n[\s\S]*Page 3 of 3/u);
    });

    it('says so when there is nothing', () => {
      expect(textOf(show(renderLookup(words, { term: 'zeppelin' }, library)))).toContain(
        'Nothing about “zeppelin”',
      );
    });
  });
});
