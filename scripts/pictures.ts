import { recallableExchange } from './recallable-exchange.ts';
import { answerQuestion } from '../src/discord/messages/answer-question.ts';
import type { Layout } from '../src/discord/messages/layout.ts';
import type { MessageView } from '../src/discord/messages/message-view.ts';
import { renderLookup } from '../src/discord/messages/render-lookup.ts';
import { renderMore } from '../src/discord/messages/render-more.ts';
import { renderParagraph } from '../src/discord/messages/render-paragraph.ts';
import { renderHelp, renderSources } from '../src/discord/messages/render-sources.ts';
import { renderWhy } from '../src/discord/messages/render-why.ts';
import type { Library } from '../src/domain/library.ts';

/** One kind of message, by what makes it. */
export interface Picture {
  readonly name: string;
  readonly render: (subject: string, library: Library) => Promise<MessageView> | MessageView;
  /** Questions or terms in the order of preference: the first that shows the kind of reply that is meant is taken. */
  readonly subjects: readonly string[];
  readonly shows: (view: MessageView) => boolean;
  /** Default components. */
  readonly layout?: Layout;
}

const always = () => true;
const isTone = (tone: MessageView['tone']) => (view: MessageView) => view.tone === tone;
const ask: Picture['render'] = async (...asked) => (await answerQuestion(...asked)).body;

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
      renderMore(await recallableExchange(question, library), library, undefined),
    subjects: SILENT,
    shows: isTone('silent'),
  },
  {
    name: 'why',
    render: async (question, library) => {
      const exchange = await recallableExchange(question, library);
      const { score, thresholds, strictness } = exchange.explanation ?? {};
      if (score === undefined || !thresholds || !strictness) throw new Error('Nothing was found.');
      return renderWhy({ facts: { score, ...thresholds, strictness }, exchange, asker: undefined }, library);
    },
    subjects: SURE,
    shows: always,
  },
  {
    name: 'context',
    render: (number, library) => {
      const id = library.sources().entries[0]?.article.id ?? '';
      const view = library.paragraph(id, Number(number));
      if (!view) throw new Error(`There is no paragraph ${number}.`);
      return renderParagraph(view);
    },
    subjects: ['6'],
    shows: always,
  },
  {
    name: 'lookup',
    render: (term, library) => renderLookup({ term }, library),
    subjects: ['Belousov'],
    shows: isTone('neutral'),
  },
  { name: 'sources', render: (_subject, library) => renderSources(library), subjects: [''], shows: always },
  { name: 'help', render: (_subject, library) => renderHelp(library), subjects: [''], shows: always },
];
