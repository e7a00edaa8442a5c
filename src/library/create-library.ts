import type { Answerer } from '../answering/create-answerer.ts';
import type { Library } from '../domain/library.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import type { Retriever } from '../domain/retriever.ts';
import { createAsk } from './ask.ts';
import { createCheckQuote } from './check-quote.ts';
import { createFindSources } from './find-sources.ts';
import { createLookup } from './lookup.ts';
import { createParagraph } from './paragraph.ts';
import { createSources } from './sources.ts';
import { createSuggest } from './suggest.ts';

/** What the use cases are made of; all of it over the same generation. */
export interface LibraryParts {
  readonly index: Pick<PassageIndex, 'articles' | 'manifest'>;
  readonly retriever: Retriever;
  readonly answerer: Answerer;
}

/** The use cases over one generation. */
export function createLibrary({ index, retriever, answerer }: LibraryParts): Library {
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  return {
    ask: createAsk(answerer),
    findSources: createFindSources(answerer),
    lookup: createLookup({ articles, retriever }),
    checkQuote: createCheckQuote({ articles, retriever }),
    ...createSuggest(index.articles),
    article: (id) => articles.get(id),
    paragraph: createParagraph(articles),
    sources: createSources(index),
  };
}
