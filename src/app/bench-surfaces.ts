import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { parseArticle } from '../corpus/parse-article.ts';
import { planAutocomplete } from '../discord/commands/plan-autocomplete.ts';
import { planSlash } from '../discord/commands/plan-command.ts';
import { planButton } from '../discord/commands/plan-component.ts';
import type { Plan } from '../discord/commands/plan.ts';
import { quoteRefOf } from '../discord/messages/quote-ref.ts';
import { formsOf } from '../discord/messages/serialise-message.ts';
import type { Article } from '../domain/article.ts';
import type { Library } from '../domain/library.ts';
import { wordsIn } from '../words/words.ts';
import type { Embedder } from '../domain/ports/embedder.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import { createRandom } from '../domain/seeded-random.ts';
import { assembleLibrary, decisionFor, splitterFor } from './compose.ts';
import { makeTitledCorpus } from './make-corpus.ts';
import { quantile } from '../evaluation/quantile.ts';
import { measureTimes } from './measure-times.ts';

const CALLS = 200;
const ASKER = '80351110224678912';
const VOICES = { asker: wordsIn('en'), everyone: wordsIn('en') };

/** What was measured; milliseconds. */
export interface SurfaceFigure {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
}

/**
 * How long Discord's users wait for what needs no model: from the interaction to the message as it is sent, over
 * made-up articles.
 */
export async function benchSurfaces(
  embedder: Embedder,
  { articles: count }: { readonly articles: number },
): Promise<readonly SurfaceFigure[]> {
  const library = await libraryWithoutVectors(makeArticles(count), embedder);
  const figures: SurfaceFigure[] = [];
  for (const [name, run] of Object.entries(surfacesOf(library))) {
    const calls = Array.from({ length: CALLS }, (_, call) => call);
    const times = await measureTimes(calls, run);
    figures.push({ name, p50: quantile(times, 0.5), p95: quantile(times, 0.95) });
  }
  return figures;
}

function makeArticles(count: number): readonly Article[] {
  return makeTitledCorpus(count, createRandom(2)).map((text, index) => {
    const file = { path: `article-${index}.md`, bytes: new TextEncoder().encode(text) };
    return parseArticle(file).article;
  });
}

/** The whole library over an index that finds by words alone: nothing that is measured asks for a vector. */
async function libraryWithoutVectors(articles: readonly Article[], embedder: Embedder): Promise<Library> {
  const { split, splitter } = splitterFor(embedder);
  const parts = articles.map((article) => ({ id: article.id, passages: split(article) }));
  const index: PassageIndex = {
    articles,
    passages: parts.flatMap(({ passages }) => passages),
    manifest: {
      schema: 1,
      generation: 'bench',
      created: '2026-01-01T00:00:00.000Z',
      model: embedder.identity,
      splitter,
      articles: parts.map(({ id, passages }) => ({
        ...{ id, file: `${id}.md`, fileHash: id, textHash: id },
        passages: passages.length,
      })),
      leftOut: [],
    },
    nearest: () => Promise.resolve([]),
    tokens: (id) => Promise.reject(new Error(`The passage ${id} was made without vectors.`)),
    encodedPassages: () => Promise.resolve([]),
    narrow: () => index,
    close: () => Promise.resolve(),
  };
  const decision = await decisionFor(undefined);
  return assembleLibrary({ index, embedder, decision, config: { strictness: 'balanced' } }).library;
}

type Surface = (call: number) => void;

/** Each with another article, word or page at every call. */
function surfacesOf(library: Library): Readonly<Record<string, Surface>> {
  const { entries } = library.sources();
  const articleOf = (call: number) => entries[(call * 7) % entries.length]?.article;
  const sentenceOf = (call: number) =>
    articleOf(call)
      ?.text.split(/[.\n]+/u)[3]
      ?.trim() ?? '';
  const wordOf = (call: number) => sentenceOf(call).split(' ')[2] ?? '';
  const slash = (name: string, options: Readonly<Record<string, string>> = {}) => {
    const desk = {
      voices: VOICES,
      library,
      examples: [],
      sourceUrl: undefined,
      messageContent: false,
      isPrivate: false,
      asker: ASKER,
      applicationId: ASKER,
    };
    send(planSlash(name, new Map(Object.entries(options)), desk));
  };
  const press = (state: Parameters<typeof planButton>[0]) => {
    send(planButton(state, { voices: VOICES, library, asker: ASKER, userId: ASKER }));
  };
  return {
    '/sources': () => {
      slash('sources');
    },
    'completing an article': (call) => {
      complete('article', (articleOf(call)?.title ?? '').slice(0, 4), library);
    },
    'completing a term': (call) => {
      complete('term', wordOf(call).slice(0, 3), library);
    },
    'the next page of /sources': (call) => {
      press({ action: 'sources', page: call });
    },
    'the next page of /lookup': (call) => {
      press({ action: 'page', page: 1 + (call % 3), term: wordOf(call) });
    },
    'In context': (call) => {
      const [entry] = library.lookup(wordOf(call)).quote(0, 1);
      if (entry) press({ action: 'context', quote: quoteRefOf(entry) });
    },
    '/lookup': (call) => {
      slash('lookup', { term: wordOf(call) });
    },
    '/outline': (call) => {
      slash('outline', { article: articleOf(call)?.id ?? '' });
    },
    '/quote': (call) => {
      slash('quote', { text: sentenceOf(call).replace(' ', ' nearly ') });
    },
  };
}

function complete(name: string, value: string, library: Library): void {
  const option = { type: ApplicationCommandOptionType.String, name, value, focused: true } as const;
  const { ChatInput } = ApplicationCommandType;
  JSON.stringify(
    planAutocomplete({ data: { id: '1', name: 'lookup', type: ChatInput, options: [option] } }, library),
  );
}

/** As far as the wire. */
function send(plan: Plan): void {
  if (!('body' in plan)) throw new Error(`Nothing is shown at once by a plan to ${plan.kind}.`);
  JSON.stringify(formsOf(plan.body, 'components')[0]);
}
