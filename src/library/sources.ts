import { paragraphsOf } from '../domain/article.ts';
import type { Library, SourcesView } from '../domain/library.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import type { Manifest } from '../domain/manifest.ts';
import { shortHash } from '../text/short-hash.ts';
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
    generation: shortHash(manifest.articles.map(({ id, fileHash }) => `${id} ${fileHash}`).join('\n')),
    indexed: latestOf(manifest),
    leftOut: manifest.leftOut,
  };
}

/** When the newest of these articles came in: what others were added since must not show. */
function latestOf({ articles, created }: Manifest): string {
  return (
    articles
      .map(({ indexed = created }) => indexed)
      .sort()
      .at(-1) ?? created
  );
}
