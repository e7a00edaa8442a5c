import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rememberReply } from '../../../src/conversation/remember-reply.ts';
import { answerQuestion } from '../../../src/discord/messages/answer-question.ts';
import { LAYOUTS } from '../../../src/domain/layout.ts';
import type { MessageBody } from '../../../src/discord/messages/message-body.ts';
import type { MessageView } from '../../../src/discord/messages/message-view.ts';
import { ephemeral, withNotice } from '../../../src/discord/messages/message-view.ts';
import { quoteRefOf } from '../../../src/discord/messages/quote-ref.ts';
import { renderCitation } from '../../../src/discord/messages/render-citation.ts';
import { renderFollowUpForm } from '../../../src/discord/messages/render-follow-up.ts';
import { renderHelp } from '../../../src/discord/messages/render-help.ts';
import { renderLookup, renderSourcesOf } from '../../../src/discord/messages/render-lookup.ts';
import { renderMore } from '../../../src/discord/messages/render-more.ts';
import { renderNoSummary, renderOutline } from '../../../src/discord/messages/render-outline.ts';
import {
  noArticleWord,
  noParagraphWord,
  renderParagraph,
  whichArticleWord,
} from '../../../src/discord/messages/render-paragraph.ts';
import { renderQuoteCheck } from '../../../src/discord/messages/render-quote-check.ts';
import { renderReply } from '../../../src/discord/messages/render-reply.ts';
import { renderSources } from '../../../src/discord/messages/render-sources.ts';
import { renderWhy } from '../../../src/discord/messages/render-why.ts';
import { formsOf } from '../../../src/discord/messages/serialise-message.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { wordsIn } from '../../../src/words/words.ts';
import type { Words } from '../../../src/words/words.ts';
import { privateInsteadWord } from '../../../src/discord/messages/words.ts';
import type { Library } from '../../../src/domain/library.ts';
import { shownExcerpts } from '../../../src/domain/reply.ts';
import { anyText } from '../../arbitraries.ts';
import { loadApiSchemas } from '../../discord-standin/load-api-schemas.ts';
import { createLibraryDouble, makeArticle } from '../../doubles/library.ts';
import { shownQuotations, textOf } from '../read-message.ts';
import { expectWithinLimits } from './message-limits.ts';

const ASKER = '18446744073709551615';
const WORD = 'keeper';

/** What Discord gives a meaning to, or counts otherwise than it looks. */
const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        `${WORD} `,
        `Every ${WORD} of the old lighthouse wrote about weather. `,
        '@everyone <@1> <#2> <:a:3> ',
        '```js\n',
        '||spoiler|| ~~x~~ __y__ ',
        '[click](https://evil.example) ',
        '\n> # - 1. -# \n',
        '\n\n',
        '\u202e\u2067',
        '*_~`|\\'.repeat(120),
        'x'.repeat(900),
        '“Who? ',
      ),
      anyText,
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const someLanguage = fc.constantFrom(...LANGUAGES);

interface Case {
  readonly words: Words;
  readonly library: Library;
  readonly text: string;
  readonly title: string;
  readonly question: string;
}

const someCase: fc.Arbitrary<Case> = fc
  .record({
    language: someLanguage,
    title: hostile,
    author: hostile,
    text: hostile,
    question: hostile,
    path: fc.webUrl({ withFragments: true, withQueryParameters: true }),
    copies: fc.constantFrom(1, 2, 12),
  })
  .map(({ language, title, author, text, question, path, copies }) => {
    const whole = Array.from({ length: copies }, () => text).join('\n\n');
    const more = { title, author, url: `${path}(_)`, published: author };
    const articles = [
      makeArticle('a'.repeat(120), whole, more),
      makeArticle('b', `The ${WORD} slept.`, more),
    ];
    return {
      words: wordsIn(language),
      library: createLibraryDouble({ articles }),
      text: whole,
      title,
      question,
    };
  });

/** Every message that is made of an article or of what somebody wrote. */
async function everyView({ words, library, question, title }: Case): Promise<readonly MessageView[]> {
  const asker = { asker: ASKER };
  const asked = `${WORD} lighthouse weather ${question}`.slice(0, 4000);
  const outcome = await library.ask(asked, { context: title.slice(0, 500) });
  const exchange = {
    ...rememberReply(outcome, library),
    ...{ id: '1', channelId: '1', askerId: ASKER, isPrivate: true, askedAt: '2026-01-01T00:00:00.000Z' },
  };
  const facts = { score: 0.9, weak: 0.4, strong: 0.7, strictness: 'balanced' } as const;
  const [article] = library.sources().entries.map((entry) => entry.article);
  const [first] = shownExcerpts(outcome.reply);
  if (!article || !first) throw new Error('The double was expected to quote something.');
  const paragraph = library.paragraph(first.articleId, first.paragraph);
  const bold = { start: first.start, end: first.end };
  const claim = question.slice(0, 4000);
  return [
    (await answerQuestion(words, question, library)).body,
    (await answerQuestion(words, asked, library, { ...asker, isContextForgotten: true })).body,
    renderReply(words, outcome, library, { sharedBy: title }),
    renderReply(
      words,
      {
        ...outcome,
        reply: {
          ...exchange,
          kind: 'abstention',
          reason: 'weak-hits',
          nearest: [first],
          questionLanguage: 'Welsh',
        },
      },
      library,
    ),
    renderMore(words, exchange, library, ASKER),
    renderMore(words, { ...exchange, outcome: 'weak-hits' }, library, undefined),
    renderWhy(words, { facts, exchange, asker: ASKER }, library),
    renderLookup(words, { term: WORD, article, ...asker }, library),
    renderLookup(words, { term: title.slice(0, 60).toWellFormed() }, library),
    renderSourcesOf(words, title, await library.findSources(WORD, 5), { library, asker: ASKER }),
    ...(paragraph
      ? [
          renderParagraph(words, paragraph, library, { bold, ...asker }),
          renderParagraph(words, paragraph, library),
        ]
      : []),
    renderOutline(words, article, library, asker),
    renderNoSummary(words, title, article),
    renderQuoteCheck(words, claim, library.checkQuote(claim), { library }),
    renderQuoteCheck(words, first.text, library.checkQuote(first.text), { library, asker: ASKER }),
    ...(['plain', 'bibtex'] as const).map((style) =>
      renderCitation({
        words,
        cited: { article, paragraph: first.paragraph, read: new Date(0) },
        style,
        quote: quoteRefOf(first),
        asker: ASKER,
      }),
    ),
    renderSources(words, library, asker),
    renderSources(words, library, { page: 1 }),
    whichArticleWord(
      words,
      library.sources().entries.map((entry) => entry.article),
      library,
    ),
    noArticleWord(words, title),
    noParagraphWord(words, title, 9, 3),
    renderHelp(words, library, { examples: [title, question], inviteUrl: 'https://example.org/' }),
  ];
}

/** Each makes and checks some seventy messages. */
const RUNS = 15;

/** What is copied from a citation is shown as it is. */
const CODE_BLOCK = /```\n[^`]*\n```/gu;
/** What the bot formats itself: links, commands and the marks of lines. */
const OWN =
  /\[[^\]\n]*\]\(https?:[^\s()]*\)|`\/\p{Ll}+(?: \p{Ll}+)?(?: \p{Ll}+: \p{Ll}+)?`|`\p{Ll}+`|^(?:### |-# |> |\s*- )/gmu;

/** What Discord formats: an embed's footer and a block to copy from it does not. */
function formattedIn(form: MessageBody): string {
  const embeds = (form.embeds ?? []).map(({ title = '', description = '' }) => ({ title, description }));
  return textOf({ ...form, embeds }).replaceAll(CODE_BLOCK, '');
}

/** Nothing mentions anybody, and nothing is formatted but by the bot: its own stars come in pairs. */
function expectPlainMarkdown(formatted: string): void {
  const rest = formatted.replaceAll(/\\[^0-9A-Za-z\s]/gu, '').replace(OWN, '');
  expect(rest).not.toMatch(/@(?:everyone|here)|<(?:[@#]|a?:)|\|\||~~|__|`|\]\(/u);
  for (const line of rest.split('\n'))
    expect([line, (line.match(/\*/gu) ?? []).length % 2]).toEqual([line, 0]);
}

function expectQuoted(quotation: string, texts: readonly string[]): void {
  if (!texts.some((text) => text.includes(quotation))) throw new Error(`Not in the article: ${quotation}`);
}

describe.each(LAYOUTS)('hostile titles and texts, in %s', (layout) => {
  it('keep every message inside Discord’s types and limits, and every quotation word for word', async () => {
    await fc.assert(
      fc.asyncProperty(someCase, async (given) => {
        const texts = given.library.sources().entries.map(({ article }) => article.text);
        for (const view of await everyView(given)) {
          // The longer of the two: with a notice above it.
          const noticed = ephemeral(
            withNotice(view, privateInsteadWord(given.words, ['discord.sendMessages'])),
          );
          for (const form of formsOf(noticed, layout)) {
            expectWithinLimits(form);
            const formatted = formattedIn(form);
            expectPlainMarkdown(formatted);
            for (const quotation of shownQuotations({ content: formatted })) expectQuoted(quotation, texts);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the form for a follow-up', () => {
  it('is inside Discord’s types whatever was asked before', async () => {
    const schemas = await loadApiSchemas();
    fc.assert(
      fc.property(someLanguage, fc.array(hostile, { minLength: 1, maxLength: 5 }), (language, questions) => {
        const data = renderFollowUpForm(wordsIn(language), questions, ASKER);
        expect(schemas.problems('ModalInteractionCallbackRequestSchema', { type: 9, data })).toEqual([]);
      }),
    );
  });
});
