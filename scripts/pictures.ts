import { PRACTICE_PICTURES } from './practice-pictures.ts';
import { madeUpGaps } from './made-up-gaps.ts';
import { recallableExchange } from './recallable-exchange.ts';
import { renderGaps } from '../src/discord/features/gaps/render-gaps.ts';
import { renderPrivacy } from '../src/discord/features/privacy/render-privacy.ts';
import { renderSettings } from '../src/discord/features/settings/render-settings.ts';
import { answerQuestion } from '../src/discord/messages/answer-question.ts';
import type { MessageView } from '../src/discord/messages/message-view.ts';
import { renderLookup } from '../src/discord/messages/render-lookup.ts';
import { renderMore } from '../src/discord/messages/render-more.ts';
import { renderOutline } from '../src/discord/messages/render-outline.ts';
import { renderQuoteCheck } from '../src/discord/messages/render-quote-check.ts';
import { renderParagraph } from '../src/discord/messages/render-paragraph.ts';
import { renderHelp } from '../src/discord/messages/render-help.ts';
import { renderSources } from '../src/discord/messages/render-sources.ts';
import { renderWhy } from '../src/discord/messages/render-why.ts';
import type { Picture } from './picture.ts';
import { findSureQuestions } from '../src/library/find-sure-questions.ts';
import type { Article } from '../src/domain/article.ts';
import { DEFAULT_SERVER_SETTINGS } from '../src/domain/server-settings.ts';
import { wordsIn } from '../src/words/words.ts';
import type { Library } from '../src/domain/library.ts';

/** The pictures stand in English documentation. */
const words = wordsIn('en');

const always = () => true;
const isTone = (tone: MessageView['tone']) => (view: MessageView) => view.tone === tone;
const ask: Picture['render'] = async (...asked) => (await answerQuestion(words, ...asked)).body;

const checkQuote: Picture['render'] = (claim, library) =>
  renderQuoteCheck(words, claim, library.checkQuote(claim), { library });

function onlyArticle(library: Library): Article {
  const [entry] = library.sources().entries;
  if (!entry) throw new Error('There is no article to show.');
  return entry.article;
}

const SURE = [
  'How many troops did North Korea send to Russia?',
  'Who signed the strategic partnership treaty?',
];
const UNSURE = [
  'Will China stop Kim?',
  'Is Beijing worried about the North Korean troops?',
  'Does China support the war?',
  'Is China angry with Kim?',
  'Who is the president of Ukraine?',
];
const SILENT = ['How many inhabitants does Pyongyang have?'];

/** Everything that the bot shows, in the order of the documentation. */
export const PICTURES: readonly Picture[] = [
  { name: 'answer', render: ask, subjects: SURE, shows: isTone('strong') },
  { name: 'answer-embeds', render: ask, subjects: SURE, shows: isTone('strong'), layout: 'embeds' },
  { name: 'weak', render: ask, subjects: UNSURE, shows: isTone('weak') },
  { name: 'abstention', render: ask, subjects: SILENT, shows: isTone('silent') },
  {
    name: 'nearest',
    render: async (question, library) =>
      renderMore(words, await recallableExchange(question, library), library, undefined),
    subjects: SILENT,
    shows: isTone('silent'),
  },
  {
    name: 'why',
    render: async (question, library) => {
      const exchange = await recallableExchange(question, library);
      const { score, thresholds, strictness } = exchange.explanation ?? {};
      if (score === undefined || !thresholds || !strictness) throw new Error('Nothing was found.');
      return renderWhy(
        words,
        { facts: { score, ...thresholds, strictness }, exchange, asker: undefined },
        library,
      );
    },
    subjects: SURE,
    shows: always,
  },
  {
    name: 'context',
    render: (number, library) => {
      const view = library.paragraph(onlyArticle(library).id, Number(number));
      if (!view) throw new Error(`There is no paragraph ${number}.`);
      const [bold] = view.paragraph.sentences;
      return renderParagraph(words, view, library, bold ? { bold } : {});
    },
    subjects: ['6'],
    shows: always,
  },
  {
    name: 'lookup',
    render: (term, library) => renderLookup(words, { term }, library),
    subjects: ['Belousov'],
    shows: isTone('neutral'),
  },
  {
    name: 'sources',
    render: (_subject, library) => renderSources(words, library),
    subjects: [''],
    shows: always,
  },
  {
    name: 'help',
    render: async (_subject, library) =>
      renderHelp(words, library, {
        examples: await findSureQuestions(library, { limit: 3, tries: 40 }),
        inviteUrl: 'https://discord.com/oauth2/authorize',
        sourceUrl: 'https://example.org/verbatim',
      }),
    subjects: [''],
    shows: always,
  },
  {
    name: 'outline',
    render: (_subject, library) => renderOutline(words, onlyArticle(library), library),
    subjects: [''],
    shows: always,
  },
  { name: 'summary', render: ask, subjects: ['Summarise the article'], shows: isTone('neutral') },
  {
    name: 'quote-exact',
    render: checkQuote,
    subjects: ['North Korea has sent Russia more than 10,000 troops'],
    shows: isTone('strong'),
  },
  {
    name: 'quote-altered',
    render: checkQuote,
    subjects: [
      'North Korea has sent Russia more than 12,000 soldiers, according to assessments by Ukraine and South Korea.',
    ],
    shows: isTone('weak'),
  },
  ...PRACTICE_PICTURES,
  {
    name: 'settings',
    render: () => Promise.resolve(renderSettings(words, DEFAULT_SERVER_SETTINGS)),
    subjects: [''],
    shows: always,
  },
  {
    name: 'gaps',
    render: async (_subject, library) =>
      renderGaps(words, await madeUpGaps(library, new Date()), library, { page: 0, days: 90 }),
    subjects: [''],
    shows: (view) => view.blocks.some(({ kind }) => kind === 'quotation'),
  },
  {
    name: 'privacy',
    render: () =>
      renderPrivacy(words, { keptDays: { exchanges: 30, gaps: 90, server: 30 }, isManager: true }),
    subjects: [''],
    shows: always,
  },
];
