import { paragraphsOf } from '../domain/article.ts';
import type { Library, SourcesView } from '../domain/library.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import { onceNeeded } from './once-needed.ts';

type SourcesIndex = Pick<PassageIndex, 'articles' | 'manifest'>;

/** What there is to ask. Every button of a message asks for it, so it is made once a generation. */
export function createSources(index: SourcesIndex): Library['sources'] {
  return onceNeeded(() => listSources(index));
}

function listSources({ articles, manifest }: SourcesIndex): SourcesView {
  const passages = new Map(manifest.articles.map(({ id, passages: count }) => [id, count]));
  return {
    entries: articles.map((article) => ({
      article,
      paragraphs: paragraphsOf(article).length,
      passages: passages.get(article.id) ?? 0,
    })),
    generation: manifest.generation,
    indexed: manifest.created,
    leftOut: manifest.leftOut,
  };
}
